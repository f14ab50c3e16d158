/// Abbreviations and words of Turkish and Azerbaijani. Abbreviations without their last full stop.
extension SentenceLanguage {
  static let turkishLists: [(WordRoles, String)] = [
    (
      .neverEnds,
      """
      Doç Yrd Av Sn Uzm Psk Öğr Gör Arş Ar Op Opr Ord Müh Yük Mim Ecz Dt Vet Hz Gn Kur Bşk Gnkur
      Alb Yb Bnb Yzb Ütğm Tğm Astsb Org Korg Tümg Tuğg Ora Kora Tüma Tuğa T.C bkz örn ör San Tic
      İth İhr Paz İnş Taah Tel Faks M.Ö M.S yak yakl
      """
    ),
    (.beforeNumber, "s sf ss sy m md mad Ek Şek Çiz Res c cilt kat D K bl"),
    (.closesList, "vb vs vd"),
    (
      .mostlyGoesOn,
      """
      A.B.D Cad Sok Sk Mah Blv Bulv Bul Apt Apart Sit Mey Ünv Üniv Fak Böl Bld Ltd Hk
      """
    ),
    (.closesName, "A.Ş T.A.Ş T.A.O Şti Koop Der"),
    (.year, "yy"),
    (.unit, "km m kg cm mm gr lt dk sn sa ha dk mlr mn TL"),
    (
      .opener,
      """
      Bu Bunlar Bunun Bunda Bundan Buna Bunu Şu O Onlar Onun Ona Onu Ayrıca Ancak Fakat Ama
      Lakin Ve Veya Ya Çünkü Böylece Böyle Öte Öyle Daha Sonra Önce Şimdi Bugün Dün Yarın Burada
      Orada Bir Her Hem Hiç Bazı Birçok Tüm Bütün Diğer Aynı Eğer İse Ne Nasıl Neden Niçin Kim
      Hangi Biz Siz Ben Sen Söz Söze Öncelikle Nitekim Ardından Dolayısıyla Üstelik Yine Artık
      Henüz Özellikle Görüşmede Toplantıda Törende Açıklamada
      """
    ),
    (.currency, "ABD Avro Euro"),
    (.connective, "ve veya ya ile ise ki da de hem gibi için kadar bir her bu şu o en"),
    (
      .date,
      "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık"
    ),
  ]

  static let azerbaijaniLists: [(WordRoles, String)] = [
    (
      .neverEnds,
      """
      c cən xan prof dos akad dr müh hək gen polk kap mayor b.e.ə e.ə m.ə məs bax təxm tel faks
      ad Mərh Səh yəni köm müav
      """
    ),
    (.beforeNumber, "s səh b bənd şək cəd mad m fəs h No bax"),
    (.closesList, "s b i.a d.i və.s sair"),
    (.mostlyGoesOn, "A.B.Ş ş r k küç pr pros prosp döng məh qəs kənd vil A.Ş univ t"),
    (.year, "il əsr"),
    (.unit, "mln mlrd min km m kg ha man qəp kv sm mm dəq san ton rub dol"),
    (
      .opener,
      """
      Bu Bunlar Bunun Bunu Bunda Bundan O Onlar Onun Onu Ona Həmin Həmçinin Lakin Amma Ancaq Və
      Ya Çünki Belə Beləliklə Sonra Əvvəl İndi Bu Bugün Dünən Sabah Burada Orada Bir Hər Heç
      Bəzi Bütün Digər Eyni Əgər Nə Necə Niyə Kim Hansı Biz Siz Mən Sən Daha Yenə Artıq Xüsusilə
      Eləcə Eyni Görüşdə Tədbirdə Bəyanatda
      """
    ),
    (.currency, "ABŞ Avro"),
    (.connective, "və ilə ya da də ki isə həm üçün kimi qədər bir hər bu o ən"),
    (
      .date,
      "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr"
    ),
  ]
}
