/// Which rules cut text into words.
public enum WordProfile: String, CaseIterable, Sendable {
  /// ICU's root rules as the linked ICU has them: UAX #29 with `@` a letter and `:` none, and dictionaries for Thai,
  /// Lao, Khmer, Burmese, Chinese and Japanese.
  case icu
  /// The standard's rules with nothing added: UAX #29 of the Unicode version that the linked ICU has.
  case uax29

  /// The rules in ICU's rule language; `nil` for its own.
  var source: String? {
    switch self {
    case .icu: nil
    case .uax29: Self.standard
    }
  }

  /// UAX #29, section 4.1.1, WB3 to WB16. The numbers are the statuses that ICU's rules give: 100 ends in a digit,
  /// 200 in a letter, 400 in Katakana.
  private static let standard = #"""
    !!chain;
    !!quoted_literals_only;
    $CR = [\p{Word_Break = CR}];
    $LF = [\p{Word_Break = LF}];
    $Newline = [\p{Word_Break = Newline}];
    $ZWJ = [\p{Word_Break = ZWJ}];
    $Ignored = [\p{Word_Break = Extend} \p{Word_Break = Format} \p{Word_Break = ZWJ}];
    $Hebrew = [\p{Word_Break = Hebrew_Letter}];
    $Letter = [\p{Word_Break = ALetter} \p{Word_Break = Hebrew_Letter}];
    $Digit = [\p{Word_Break = Numeric}];
    $Katakana = [\p{Word_Break = Katakana}];
    $Connector = [\p{Word_Break = ExtendNumLet}];
    $Single = [\p{Word_Break = Single_Quote}];
    $Double = [\p{Word_Break = Double_Quote}];
    $MidLetter = [\p{Word_Break = MidLetter} \p{Word_Break = MidNumLet} \p{Word_Break = Single_Quote}];
    $MidDigit = [\p{Word_Break = MidNum} \p{Word_Break = MidNumLet} \p{Word_Break = Single_Quote}];
    $Space = [\p{Word_Break = WSegSpace}];
    $Flag = [\p{Word_Break = Regional_Indicator}];
    $Picture = [\p{Extended_Pictographic}];
    $CR $LF;
    $ZWJ $Picture;
    $Space $Space;
    ^$Ignored+;
    [^$CR $LF $Newline $Ignored] $Ignored*;
    $Letter $Ignored* {200};
    $Digit $Ignored* {100};
    $Katakana $Ignored* {400};
    $Letter $Ignored* $Letter {200};
    $Letter $Ignored* $MidLetter $Ignored* $Letter {200};
    $Hebrew $Ignored* $Single {200};
    $Hebrew $Ignored* $Double $Ignored* $Hebrew {200};
    $Digit $Ignored* $Digit {100};
    $Letter $Ignored* $Digit {100};
    $Digit $Ignored* $Letter {200};
    $Digit $Ignored* $MidDigit $Ignored* $Digit {100};
    $Katakana $Ignored* $Katakana {400};
    $Letter $Ignored* $Connector {200};
    $Digit $Ignored* $Connector {100};
    $Katakana $Ignored* $Connector {400};
    $Connector $Ignored* $Connector {200};
    $Connector $Ignored* $Letter {200};
    $Connector $Ignored* $Digit {100};
    $Connector $Ignored* $Katakana {400};
    ^$Flag $Ignored* $Flag;
    .;
    """#
}
