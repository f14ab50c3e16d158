internal import DragomanText

/// Endings that family names and patronymics of the region are built with, as search keys.
///
/// By ending more family names of Central Asia and the Caucasus are known than by any list.
enum SurnameEndings {
  private static let endings: [[UInt8]] = [
    "ov", "ova", "ev", "eva", "yev", "yeva", "uly", "uli", "kyzy", "kizi", "qizi", "ogly", "oglu",
    "oglou", "zade",
    "bekov", "shvili", "adze", "idze", "yan", "enko", "vich", "vych", "sky", "skiy", "skyi", "ski",
    "baev", "bayev",
    "gulov", "opoulos", "soylu", "gil", "uulu", "bek", "bay", "jan",
    "ов", "ова", "ев", "ева", "ұлы", "қызы", "улы", "кызы", "оглы", "заде", "швили", "адзе", "идзе",
    "енко", "вич",
    "вна", "ский", "ская", "уулу", "бек", "бай", "зода", "ёв", "ёва",
  ].map { Array($0.utf8) }

  /// The shortest part in front of an ending, in bytes.
  private static let minimumStem = 3

  static func matches(_ key: ArraySlice<UInt8>) -> Bool {
    endings.contains { ending in
      key.count >= ending.count + minimumStem && key.suffix(ending.count).elementsEqual(ending)
    }
  }
}
