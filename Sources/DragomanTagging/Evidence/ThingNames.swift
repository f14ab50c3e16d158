extension TaggingContext {
  /// Whether the words are the name of a law, a document, a contest or a prize: `Magnitsky Act`, `the Marshall plan`,
  /// `Aşık Veysel Yarışması`.
  ///
  /// The word for the thing has a capital, but where English says with the article that it belongs to the name, and in
  /// languages that say so with an ending: both leave no doubt that it is no verb.
  func isNameOfThing(_ terms: Range<Int>) -> Bool {
    let thing = self[terms.upperBound]
    guard thing.contains(.thingWord), !thing.contains(.afterLineBreak) else { return false }
    return thing.contains(.capitalized) || isInflecting
      || self[terms.lowerBound - 1].contains(.article)
  }
}
