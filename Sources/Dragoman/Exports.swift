// The types that the front door's signatures mention, by name, so that `import Dragoman` is enough.

@_exported public import struct DragomanLexicon.Entry
@_exported public import struct DragomanTagging.ConsideredSpan
@_exported public import struct DragomanTagging.Disambiguation
@_exported public import struct DragomanTagging.EntityAlternative
@_exported public import enum DragomanTagging.Evidence
@_exported public import struct DragomanTagging.Mention
@_exported public import enum DragomanTagging.MentionKind
@_exported public import struct DragomanTagging.NestedMention
@_exported public import struct DragomanTagging.Role
@_exported public import struct DragomanTagging.TaggedEntity
@_exported public import struct DragomanText.LanguageTag
@_exported public import enum DragomanText.OffsetUnit
@_exported public import struct DragomanText.SourceText
@_exported public import struct DragomanText.TextError
@_exported public import struct DragomanText.TextRange
@_exported public import struct DragomanText.Token
@_exported public import enum DragomanText.TokenKind
@_exported public import struct DragomanTopics.TopicEvidence
@_exported public import struct DragomanTopics.TopicScore
