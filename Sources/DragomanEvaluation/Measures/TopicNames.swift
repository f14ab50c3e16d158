/// The topics that are measured: the top level of the IPTC Media Topics.
enum TopicNames {
  private static let names: Set<String> = [
    "arts, culture, entertainment and media", "conflict, war and peace", "crime, law and justice",
    "disaster, accident and emergency incident", "economy, business and finance", "education",
    "environment", "health", "human interest", "labour", "lifestyle and leisure",
    "politics and government", "religion", "science and technology", "society", "sport", "weather",
  ]

  /// The topics of the top level among others, each once, in their order.
  static func topLevel(_ topics: [String]) -> [String] {
    var result: [String] = []
    for topic in topics {
      let name = topic.lowercased()
      if names.contains(name), !result.contains(name) { result.append(name) }
    }
    return result
  }
}
