/// The small words that the grammars walk over, as search keys.
enum Connectors {
  /// Between the parts of a name.
  static let and: Set<String> = [
    "and", "&", "ve", "və", "ve", "va", "и", "және", "мен", "пен", "бен",
  ]
  /// Before the complement of a head or an office.
  static let of: Set<String> = ["of"]
  static let complement: Set<String> = ["of", "for", "on", "to", "against"]
  /// Before the host or seat of a mission, or of an office.
  static let seat: Set<String> = ["in", "to", "at"]
  static let the: Set<String> = ["the"]
  /// Before places.
  static let placePrepositions: Set<String> = [
    "in", "at", "from", "to", "near", "around", "visit", "visited", "via", "across", "of",
    "в", "во", "из", "под", "на",
  ]
  /// Small letters inside people's names.
  static let nameParticles: Set<String> = [
    "bin", "bint", "ibn", "al", "el", "ul", "ur", "de", "da", "do", "dos", "del", "della", "di",
    "du", "van", "von",
    "der", "den", "ter", "la", "le", "oglu", "ogli", "qizi", "kizi", "kyzy", "uulu", "оглы", "оғлу",
    "кызы", "қызы",
    "ұлы", "улы", "уулу", "аль", "бин", "ибн",
  ]
  /// Sides of the compass before a region's name, as search keys.
  static let directions: Set<String> = [
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central",
    "southeast", "northeast",
    "southwest", "northwest", "inner", "orta", "kuzey", "guney", "dogu", "bati", "merkezi",
    "simali", "cenubi",
    "центральной", "южной", "северной", "восточной", "западной", "центральная", "южная", "орталық",
    "оңтүстік",
  ]
  /// The commonest Chinese, Korean and Vietnamese family names: they stand first, and alone afterwards.
  static let familyNamesFirst: Set<String> = [
    "wang", "li", "zhang", "liu", "chen", "yang", "huang", "zhao", "wu", "zhou", "xu", "sun", "ma",
    "zhu", "hu", "guo",
    "he", "gao", "lin", "luo", "zheng", "liang", "xie", "tang", "deng", "xi", "xiao", "feng", "yu",
    "dong", "cao", "peng",
    "kim", "park", "lee", "choi", "jung", "kang", "cho", "yoon", "jang", "lim", "han", "seo",
    "shin", "kwon", "hwang",
    "song", "moon", "ban", "chung", "ahn", "nguyen", "tran", "pham", "hoang", "phan", "vu", "dang",
    "bui",
  ]
  /// Suffixes of English names.
  static let nameSuffixes: Set<String> = ["jr", "sr", "ii", "iii", "iv"]
  /// What people do in releases: a capitalized pair before it is a person.
  static let speech: Set<String> = [
    "said", "says", "noted", "stressed", "stated", "emphasized", "added", "told", "expressed",
    "underlined",
    "highlighted", "welcomed", "thanked", "congratulated", "announced", "met", "visited",
    "commented", "explained",
    "dedi", "belirtti", "soyledi", "vurguladi", "kaydetti", "ifade", "aciklamasinda", "konustu",
    "dile",
    "заявил", "заявила", "отметил", "отметила", "подчеркнул", "подчеркнула", "сказал", "сказала",
    "сообщил",
    "айтты", "атап", "bildirib", "deyib", "vurgulayib",
  ]
}
