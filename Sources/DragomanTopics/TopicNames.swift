internal import DragomanLexicon
internal import Synchronization

/// Ids and names of topics, each read out of its lexicon when a text first has it.
final class TopicNames: Sendable {
  /// What a topic is called.
  struct Name {
    /// With its scheme, if the lexicon has one; else the name.
    let id: String
    let name: String
  }

  private let stack: LexiconStack
  private let known = Mutex<[EntryReference: Name]>([:])

  init(_ stack: LexiconStack) { self.stack = stack }

  subscript(topic: EntryReference) -> Name {
    known.withLock { known in
      if let name = known[topic] { return name }
      let entry = stack.entry(topic)
      let name = Name(
        id: entry.ids.first.map { "\($0.key):\($0.value)" } ?? entry.name, name: entry.name)
      known[topic] = name
      return name
    }
  }
}
