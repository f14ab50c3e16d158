import Dragoman
import DragomanText

extension RoleSentence {
  /// Offices in Kazakh, Azerbaijani and Russian.
  static let otherLanguages: [RoleSentence] = [
    .init(
      .kazakh, "Милли банкіні басқаратын Айдос Оспанов келді.",
      "Айдос Оспанов | басқаратын | Милли банкіні | -"),
    .init(
      .azerbaijani, "Mərkəzi Banka rəhbərlik edən Rauf Əliyev bildirib.",
      "Rauf Əliyev | rəhbərlik edən | Mərkəzi Banka | -"),
    .init(
      .russian, "Анна Кузнецова, которая возглавляет Министерство туризма и спорта, уехала.",
      "Анна Кузнецова | возглавляет | Министерство туризма и спорта | -"),
    .init(
      .russian, "Институт океанов Перу, возглавляемый Анной Кузнецовой, сообщил об этом.",
      "Анной Кузнецовой | возглавляемый | Институт океанов Перу | -"),
    .init(.russian, "В поздравлении лидерам Владимир Путин выразил надежду."),
    .init(
      .russian,
      "Поздравление направлено аятолле Сейеду Али Хаменеи и Президенту Масуду Пезешкиану.",
      "Masoud Pezeshkian | Президенту | Iran | -"),
    .init(
      .kazakh, "Қазақстан Республикасының Президенті Қасым-Жомарт Тоқаев сөйледі.",
      "Kassym-Jomart Tokayev | Президенті | Kazakhstan | -"),
    .init(
      .kazakh, "Президент Қасым-Жомарт Тоқаев сөйледі.",
      "Kassym-Jomart Tokayev | Президент | Kazakhstan | -"),
    .init(
      .kazakh, "Түркияның Сыртқы істер министрі Хакан Фидан келді.",
      "Hakan Fidan | Сыртқы істер министрі | Türkiye | -"),
    .init(
      .kazakh, "Норвегияның сыртқы істер министрі Ерлан Сейітқали келді.",
      "Ерлан Сейітқали | сыртқы істер министрі | Norway | -"),
    .init(
      .kazakh, "Көлік министрі Ерлан Сейітқали баяндама жасады.",
      "Ерлан Сейітқали | Көлік министрі | Kazakhstan | -"),
    .init(
      .kazakh, "Қазақстанның бұрынғы премьер-министрі Ерлан Сейітқали келді.",
      "Ерлан Сейітқали | премьер-министрі | Kazakhstan | - | former"),
    .init(
      .kazakh, "Норвегияның Қазақстандағы елшісі Ерлан Сейітқали келді.",
      "Ерлан Сейітқали | елшісі | Norway | Kazakhstan"),
    .init(
      .kazakh, "Финляндия Республикасының Қазақстандағы елшісі Ерлан Сейітқали келді.",
      "Ерлан Сейітқали | елшісі | Finland | Kazakhstan"),
    .init(
      .azerbaijani, "Norveçin ölkəmizdəki səfiri Elçin Məmmədov gəldi.",
      "Elçin Məmmədov | səfiri | Norway | -"),
    .init(
      .azerbaijani, "Azərbaycan Prezidenti İlham Əliyev çıxış etdi.",
      "Ilham Aliyev | Prezidenti | Azerbaijan | -"),
    .init(
      .azerbaijani, "Türkiyənin xarici işlər naziri Hakan Fidan çıxış etdi.",
      "Hakan Fidan | xarici işlər naziri | Türkiye | -"),
    .init(
      .azerbaijani, "Türkiyəli həmkarı Hakan Fidan ilə görüşüb.",
      "Hakan Fidan | həmkarı | Türkiye | -"),
    .init(
      .azerbaijani, "Prezident İlham Əliyev çıxış etdi.",
      "Ilham Aliyev | Prezident | Azerbaijan | -"),
    .init(
      .azerbaijani, "ATƏT-in baş katibi Elçin Məmmədov gəldi.",
      "Elçin Məmmədov | baş katibi | Organization for Security and Co-operation in Europe | -"),
    .init(
      .azerbaijani, "Elçin Məmmədovun ATƏT-in baş katibi seçilməsi alqışlandı.",
      "Elçin Məmmədovun | baş katibi | Organization for Security and Co-operation in Europe | -"),
    .init(
      .azerbaijani, "Keçmiş prezident Elçin Məmmədov gəldi.",
      "Elçin Məmmədov | prezident | - | - | former"),
    .init(
      .russian, "Президент России Владимир Путин выступил.",
      "Vladimir Putin | Президент | Russia | -"),
    .init(
      .russian, "Министр иностранных дел Норвегии Иван Лебедев прибыл.",
      "Иван Лебедев | Министр иностранных дел | Norway | -"),
    .init(
      .russian, "Посол Казахстана в Турции Иван Лебедев прибыл.",
      "Иван Лебедев | Посол | Kazakhstan | Türkiye"),
    .init(
      .russian, "Турецкий министр иностранных дел Хакан Фидан прибыл.",
      "Hakan Fidan | министр иностранных дел | Türkiye | -"),
    .init(
      .russian, "Иван Лебедев, министр торговли Норвегии, прибыл.",
      "Иван Лебедев | министр торговли | Norway | -"),
    .init(
      .russian, "Иван Лебедев назначен послом Казахстана в Турции.",
      "Иван Лебедев | послом | Kazakhstan | Türkiye"),
    .init(
      .russian, "Бывший президент Киргизии Иван Лебедев прибыл.",
      "Иван Лебедев | президент | Kyrgyzstan | - | former"),
    .init(
      .russian, "Президенту Республики Казахстан Касым-Жомарту Токаеву направлена телеграмма.",
      "Kassym-Jomart Tokayev | Президенту | Kazakhstan | -"),
    .init(
      .russian, "Генеральный секретарь ООН Антониу Гутерриш прибыл.",
      "António Guterres | Генеральный секретарь ООН | United Nations | -"),
    .init(
      .russian, "В Казахстане министр обороны Норвегии Иван Лебедев встретился с коллегами.",
      "Иван Лебедев | министр обороны | Norway | -"),
    .init(.russian, "Министр обороны поблагодарил Ивана Лебедева."),
  ]
}
