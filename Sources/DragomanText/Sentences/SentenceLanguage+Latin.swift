/// Abbreviations that texts in Latin letters share, and those of English and Uzbek. Each without its last full stop.
extension SentenceLanguage {
  /// English titles and firms, which releases in all languages quote.
  static let latinLists: [(WordRoles, String)] = [
    (.neverEnds, "Mr Mrs Ms Messrs Dr Drs Prof Amb H.E Mme Mlle Ing Assoc Asst e.g i.e cf"),
    (.beforeNumber, "No Nos"),
    (.mostlyGoesOn, "U.S U.K U.N E.U U.S.A"),
    (.closesPlace, "D.C"),
    (
      .closesName,
      """
      Inc Ltd Corp Co Cos Bros plc L.L.C L.P S.A N.V B.V A.G S.p.A Pty Jr Sr Ph.D M.D M.A M.Sc
      B.Sc LL.M
      """
    ),
  ]

  static let englishLists: [(WordRoles, String)] = [
    (
      .neverEnds,
      """
      HE Rev Hon Rt Fr Msgr Gen Lt Col Maj Capt Cpt Sgt Cpl Pvt Adm Cmdr Cdr Brig Sen Rep Reps
      Sens Gov Govs Pres Supt Ald Atty Mt Ft viz approx est c ca incl excl esp dept Dept ext Ext
      tel Tel Insp Det Eng Cong Ret vs
      """
    ),
    (
      .beforeNumber,
      """
      Art Arts Vol Vols pp p para paras Para Sec Secs Ch Chap Fig Figs Tab Res Doc Reg Ref Rm
      Apt Bldg Ste Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec nr
      """
    ),
    (.closesList, "etc al"),
    (.mostlyGoesOn, "St Sts Ave Blvd Rd Ln Hwy N.Y N.J U.A.E Univ Intl Natl Gen"),
    (.timeOfDay, "a.m p.m"),
    (.unit, "bn mn m km kg cm mm sq ft yd mi lb lbs oz min sec hr hrs mph"),
    (
      .opener,
      """
      The A An This That These Those It Its He She They We You His Her Their Our Your There Here
      In On At By For From To Of With Without Under Over After Before During Since Until While
      When Where Who Which What Why How If As Although Though Because But And Or Nor So Yet
      However Moreover Furthermore Meanwhile Therefore Thus Then Also Both All Some Many Most
      More Few Several Each Every Other Others Another Such No Not Now Today Yesterday Tomorrow
      Later Earlier According Following Among Between Through Within Despite Once Only Even
      Still
      """
    ),
    (
      .office,
      """
      Chief CEO CFO COO Chairman Chairwoman Chairperson Chair President Vice Executive Managing
      Director Directors Founder Head General Senior Deputy Board Spokesman Spokeswoman
      Spokesperson Mayor Council Police Chapter Circuit Court Metropolitan Attorney Group
      Holdings Limited
      """
    ),
    (
      .clock,
      """
      Monday Tuesday Wednesday Thursday Friday Saturday Sunday ET EST EDT PT PST PDT CT CST MT
      GMT UTC BST CET CEST January February March April May June July August September October
      November December time local
      """
    ),
    (
      .speech,
      """
      said asked added told noted wrote replied stressed stated remarked announced declared
      answered concluded recalled explained says asks adds notes
      """
    ),
    (
      .connective,
      """
      the a an of and or to in for with by on at from as into between under over about against
      through during its their his her that which who whose than nor via per
      """
    ),
    (
      .date,
      """
      on in January February March April May June July August September October November
      December
      """
    ),
  ]

  static let uzbekLists: [(WordRoles, String)] = [
    // Letters of two signs stand for a name's first letter, too.
    (.neverEnds, "Sh Ch Yo Yu Ya Ye Oʻ Gʻ O‘ G‘ O' G' prof dots akad gen polk im"),
    (.beforeNumber, "b bet r"),
    (.closesList, "va.h.k h.k sh.k"),
    (.mostlyGoesOn, "sh t koʻch ko‘ch ko'ch vil"),
    (.year, "y yy"),
    (.unit, "mln mlrd ming km m kg ga"),
    (
      .opener,
      """
      Bu Ular Ushbu Shu Shuningdek Ammo Lekin Biroq Va U Bunda Bundan Shunda Keyin Hozir Bugun
      Yana
      """
    ),
    (.connective, "va bilan hamda yoki"),
  ]
}
