import Dragoman
import DragomanText

extension RoleSentence {
  /// Offices before and behind people, in Turkish.
  static let turkish: [RoleSentence] = [
    // Who heads a body.
    .init(
      .turkish, "Orven Enerji A.Ş.'yi yöneten Ali Demir konuştu.",
      "Ali Demir | yöneten | Orven Enerji A.Ş. | -"),
    .init(
      .turkish, "Orven Bankası'na başkanlık eden Ali Demir konuştu.",
      "Ali Demir | başkanlık eden | Orven Bankası | -"),
    // Before the name.
    .init(
      .turkish, "Dışişleri Bakanı Hakan Fidan konuştu.",
      "Hakan Fidan | Dışişleri Bakanı | Türkiye | -"),
    .init(
      .turkish, "Kazakistan Ulaştırma Bakanı Erlan Seitkali Ankara'ya geldi.",
      "Erlan Seitkali | Ulaştırma Bakanı | Kazakhstan | -"),
    .init(
      .turkish, "Kazakistan Cumhuriyeti'nin Ankara Büyükelçisi Erlan Seitkali geldi.",
      "Erlan Seitkali | Büyükelçisi | Kazakhstan | Ankara"),
    .init(
      .turkish, "Norveç'in Türkiye Büyükelçisi Lars Henriksen geldi.",
      "Lars Henriksen | Büyükelçisi | Norway | Türkiye"),
    .init(
      .turkish, "Norveç'in Türkiye'deki Büyükelçisi Lars Henriksen geldi.",
      "Lars Henriksen | Büyükelçisi | Norway | Türkiye"),
    .init(
      .turkish, "Astana Büyükelçisi Selim Aydoğan geldi.",
      "Selim Aydoğan | Büyükelçisi | - | Astana"),
    .init(
      .turkish, "Ankara'da Ulaştırma Bakanı Selim Aydoğan konuştu.",
      "Selim Aydoğan | Ulaştırma Bakanı | Türkiye | -"),
    .init(
      .turkish, "Finlandiyalı mevkidaşı Aino Virtanen ile görüştü.",
      "Aino Virtanen | mevkidaşı | Finland | -"),
    .init(
      .turkish, "İstanbul Valisi Selim Aydoğan töreni izledi.",
      "Selim Aydoğan | Valisi | Istanbul | -"),
    .init(
      .turkish, "NATO Genel Sekreteri Mark Rutte geldi.",
      "Mark Rutte | NATO Genel Sekreteri | NATO | -"),
    .init(
      .turkish, "TİKA Başkanı Selim Aydoğan okulu açtı.",
      "Selim Aydoğan | TİKA Başkanı | Türk İşbirliği ve Koordinasyon Ajansı | -"),
    .init(
      .turkish, "Türk Hava Yolları Genel Müdürü Selim Aydoğan imzaladı.",
      "Selim Aydoğan | Genel Müdürü | Turkish Airlines | -"),
    .init(
      .turkish, "Yunus Emre Enstitüsü'nün Başkanı Selim Aydoğan konuştu.",
      "Selim Aydoğan | Başkanı | Yunus Emre Enstitüsü | -"),
    .init(
      .turkish, "Japonya Dışişleri Bakanı Sayın Kenji Moriyama geldi.",
      "Kenji Moriyama | Dışişleri Bakanı | Japan | -"),

    // Behind the name.
    .init(
      .turkish, "Selim Aydoğan (Ticaret Bakanı) konuştu.",
      "Selim Aydoğan | Ticaret Bakanı | Türkiye | -"),
    .init(
      .turkish, "Lars Henriksen, Norveç'in Ankara Büyükelçisi olarak atandı.",
      "Lars Henriksen | Büyükelçisi | Norway | Ankara"),
    .init(
      .turkish, "Selim Aydoğan'ın TİKA Başkanı olarak atanması olumlu karşılandı.",
      "Selim Aydoğan | TİKA Başkanı | Türk İşbirliği ve Koordinasyon Ajansı | -"),
    .init(
      .turkish, "Katılanlar: Lars Henriksen, Norveç Dışişleri Bakanı.",
      "Lars Henriksen | Dışişleri Bakanı | Norway | -"),
    .init(
      .turkish, "Japonya'nın Dışişleri Bakanı Kenji Moriyama, mevkidaşı Hakan Fidan ile görüştü.",
      "Kenji Moriyama | Dışişleri Bakanı | Japan | -",
      "Hakan Fidan | mevkidaşı | - | -"),
    .init(.turkish, "Selim Aydoğan, Genel Sekreter'i kabul etti."),

    // Several.
    .init(
      .turkish, "Cumhurbaşkanı Yardımcısı ve Dışişleri Bakanı Selim Aydoğan geldi.",
      "Selim Aydoğan | Cumhurbaşkanı Yardımcısı | Türkiye | -",
      "Selim Aydoğan | Dışişleri Bakanı | Türkiye | -"),
    .init(
      .turkish, "Dışişleri Bakanı Hakan Fidan, Norveç Dışişleri Bakanı Lars Henriksen'i ağırladı.",
      "Hakan Fidan | Dışişleri Bakanı | Türkiye | -",
      "Lars Henriksen | Dışişleri Bakanı | Norway | -"),
    .init(
      .turkish, "Cumhurbaşkanları Recep Tayyip Erdoğan ve İlham Aliyev bir araya geldi.",
      "Recep Tayyip Erdoğan | Cumhurbaşkanları | Türkiye | -",
      "Ilham Aliyev | Cumhurbaşkanları | Azerbaijan | -"),

    // Left offices.
    .init(
      .turkish, "Eski Cumhurbaşkanı Abdullah Gül konuştu.",
      "Abdullah Gül | Cumhurbaşkanı | Türkiye | - | former"),
    .init(
      .turkish, "Norveç'in eski Dışişleri Bakanı Lars Henriksen konuştu.",
      "Lars Henriksen | Dışişleri Bakanı | Norway | - | former"),
    .init(
      .turkish, "Eski Norveç Başbakanı Lars Henriksen konuştu.",
      "Lars Henriksen | Başbakanı | Norway | - | former"),

    // What the lexicon knows.
    .init(
      .turkish, "Cumhurbaşkanı Tokayev Ankara'ya geldi.",
      "Kassym-Jomart Tokayev | Cumhurbaşkanı | Kazakhstan | -"),
    .init(
      .turkish,
      "Türkiye Cumhuriyet Merkez Bankası faizi sabit tuttu. Başkan Fatih Karahan konuştu.",
      "Fatih Karahan | Başkan | Türkiye Cumhuriyet Merkez Bankası | -"),

    // Signatures.
    .init(
      .turkish, "Saygılarımla,\n\nSelim Aydoğan\nTicaret Bakanı\n",
      "Selim Aydoğan | Ticaret Bakanı | Türkiye | -"),
    .init(.turkish, "Bakan, Selim Aydoğan'a teşekkür etti."),
    .init(.turkish, "Sayın Selim Aydoğan geldi."),
  ]
}
