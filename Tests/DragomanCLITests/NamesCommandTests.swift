import Foundation
import Testing

@Suite("dragoman names")
struct NamesCommandTests {
  private static let names = [
    "Vomug", "Lemurak", "Tavik", "Bonarum", "Zeligox", "Pakudim", "Rosivek", "Mibax", "Fadulog",
    "Kenipum", "Gatovix", "Sorubek",
  ]

  /// A word that no list has says what stands behind it.
  private static let gold = names.enumerated().map { index, name in
    index % 2 == 0
      ? #"{"id":"\#(index)","language":"en","text":"They walked to zorblat \#(name) again.","entities":[{"start":23,"end":\#(23 + name.count),"type":"PLACE","surface":"\#(name)"}]}"#
      : #"{"id":"\#(index)","language":"en","text":"The quimmel \#(name) was painted green.","entities":[]}"#
  }.joined(separator: "\n")

  private static let tokens = names.enumerated().map { index, name in
    index % 2 == 0
      ? "# id = t\(index)\n# language = en\nThey O\nwalked O\nto O\nzorblat O\n\(name) B-LOC\nagain O\n. O\n"
      : "# id = t\(index)\n# language = en\nThe O\nquimmel O\n\(name) O\nwas O\npainted O\n. O\n"
  }.joined(separator: "\n")

  private let folder: ScratchFolder
  private let gold: String
  private let model: String
  private let entities: String

  init() throws {
    folder = try ScratchFolder()
    gold = try folder.write("gold.jsonl", Self.gold)
    model = folder.url("own.model").path
    entities = try folder.write("own.entities.tsv", "id\ttype\tname\nx:1\tPLACE\tVomug\n")
  }

  private func names(_ arguments: [String]) throws -> ProgramRun {
    try ProgramRun.dragoman(["names"] + arguments)
  }

  private func bytes() throws -> Data { try Data(contentsOf: URL(filePath: model)) }

  // MARK: train

  @Test("trains a model, the same twice, that --model uses")
  func train() throws {
    let run = try names(["train", "--data", gold, "--output", model, "--jobs", "2"])
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.output.isEmpty)
    let first = try bytes()
    #expect(run.messages.contains("own.model: "))
    #expect(run.messages.contains(" features, \(first.count) bytes"))
    #expect(try names(["train", "--data", gold, "-o", model, "--jobs", "1"]).status == 0)
    #expect(try bytes() == first)
    #expect(
      try names(["train", "--data", gold, "-o", model, "--jobs", "1", "--seed", "2"]).status == 0)
    let second = try bytes()
    #expect(second != first)
    for jobs in ["1", "2"] {
      let runs = ["train", "--data", gold, "-o", model, "--jobs", jobs, "--runs", "2"]
      #expect(try names(runs).status == 0)
      #expect(try bytes() != first && bytes() != second)
      let mean = try bytes()
      #expect(try names(runs).status == 0)
      #expect(try bytes() == mean)
    }
    #expect(try names(["info", model]).text.contains("\nruns\t2\n"))

    let text = "Many walked to zorblat Dulovim again."
    let mention = #""text":"Dulovim","type":"PLACE""#
    let options = ["annotate", "--format", "jsonl", "--language", "en"]
    let own = try ProgramRun.dragoman(options + ["--model", model], input: text)
    #expect(own.text.contains(mention), "\(own.text)")
    let alone = try ProgramRun.dragoman(options + ["--no-learned"], input: text)
    #expect(alone.status == 0 && !alone.text.contains(mention), "\(alone.text)")
  }

  @Test("reads files in CoNLL form, and folders of files")
  func conll() throws {
    let tokens = try folder.write("tokens.conll", Self.tokens)
    let run = try names(["train", "--data", tokens, "--output", model])
    #expect(run.status == 0, "\(run.messages)")
    let info = try names(["info", model])
    #expect(info.text.contains("corpus tokens.conll\t12 texts, 6 names\n"))
    #expect(try names(["train", "--data", folder.path, "--output", model]).status == 0)
    #expect(try names(["info", model]).text.contains("\t24 texts, 12 names\n"))
  }

  @Test("tells what could not be learned")
  func lost() throws {
    let cut = try folder.write(
      "cut.jsonl",
      Self.gold
        + "\n"
        + #"{"id":"cut","text":"They saw Vomug.","entities":[{"start":9,"end":12,"type":"PLACE","surface":"Vom"}]}"#
    )
    let run = try names(["train", "--data", cut, "--output", model])
    #expect(run.status == 0)
    #expect(run.messages.contains("warning: 1 names begin or end inside a word"))
  }

  @Test("writes over no input, whatever it is called")
  func outputIsInput() throws {
    let tokens = try folder.write("tokens.conll", Self.tokens)
    let link = folder.url("link.model").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: gold)
    for output in [gold, "\(folder.path)/./gold.jsonl", link] {
      let run = try names(["train", "--data", tokens, "--data", gold, "--output", output])
      #expect(run.status == 2)
      #expect(run.messages.contains("'\(output)' is also an input; write to another file"))
    }
    #expect(try String(contentsOfFile: gold, encoding: .utf8) == Self.gold)
  }

  @Test("tells what cannot be read or written, and what to do")
  func unreadable() throws {
    let none = folder.url("none.jsonl").path
    let bad = try folder.write("bad.jsonl", "{\"id\":\"a\",\"entities\":[]}\n")
    let empty = try folder.write("empty.conll", "\n")
    for (corpus, message) in [
      (none, "none.jsonl"), (bad, "bad.jsonl:1: document 'a' has no text; add the field 'text'"),
      (empty, "give one token with its tag a line"),
    ] {
      let run = try names(["train", "--data", corpus, "--output", model])
      #expect(run.status == 2)
      #expect(run.messages.contains(message), "\(run.messages)")
      #expect(try names(["evaluate", "--data", gold, "--measure", corpus]).status == 2)
    }
    #expect(!FileManager.default.fileExists(atPath: model))
  }

  @Test("refuses a file that cannot be written before it trains")
  func unwritable() throws {
    let nowhere = folder.url("no/own.model").path
    for (output, message) in [
      (nowhere, "cannot write '\(nowhere)'"), ("-", "name a file instead of '-'"),
      (folder.path, "'\(folder.path)' is a folder or a device; name a file"),
      ("/dev/null", "'/dev/null' is a folder or a device"),
    ] {
      for command in [["names", "train", "--data"], ["lexicon", "compile"]] {
        let run = try ProgramRun.dragoman(
          command + [command[0] == "names" ? gold : entities, "--output", output])
        #expect(run.status == 2)
        #expect(run.messages.contains(message), "\(run.messages)")
        #expect(!run.messages.contains("%"))
      }
    }
  }

  @Test("tells two corpora of one name apart by their folders")
  func sameName() throws {
    try FileManager.default.createDirectory(
      at: folder.url("other"), withIntermediateDirectories: true)
    let other = try folder.write("other/gold.jsonl", Self.gold)
    #expect(
      try names(["train", "--data", gold, "--data", other, "-o", model, "--epochs", "1"]).status
        == 0)
    let info = try names(["info", model])
    #expect(info.text.contains("corpus gold.jsonl\t12 texts"))
    #expect(info.text.contains("corpus other/gold.jsonl\t12 texts"))
  }

  @Test(
    "refuses what it does not understand, and says what it would",
    arguments: [
      ([], "name annotated texts with --data"),
      (["--data", "gold.jsonl,weight=heavy"], "gold.jsonl,weight=heavy"),
      (["--data", "gold.jsonl,weight=0"], "gold.jsonl,weight=0"),
      (["--data", "gold.jsonl,domain="], "gold.jsonl,domain="),
      (["--data", "gold.jsonl,size=2"], "gold.jsonl,size=2"),
      (["--data", "x", "--without", "previous"], "kinds of features are word, written-word,"),
      (
        ["--data", "x,domain=news", "--domain", "law"], "--domain law: no corpus is of that domain"
      ),
      (["--data", "x", "--epochs", "0"], "--epochs is a number from 1 to 100"),
      (["--data", "x", "--runs", "0"], "--runs is a number from 1 to 100"),
      (["--data", "x", "--jobs", "0"], "--jobs is a number from 1 on"),
      (["--data", "x", "--model", "y"], "Unknown option '--model'"),
    ] as [([String], String)])
  func refusals(options: [String], message: String) throws {
    for command in [["train", "--output", model], ["evaluate"]] {
      let run = try names(command + options)
      #expect(run.status == 64, "\(command)")
      #expect(run.messages.contains(message), "\(run.messages)")
    }
  }

  @Test("refuses sizes and parts out of range")
  func ranges() throws {
    for (arguments, message) in [
      (["train", "--data", "x", "-o", "y", "--features", "10"], "--features is a number from"),
      (["train", "--data", "x"], "--output"),
      (["evaluate", "--data", "x", "--folds", "1"], "--folds is a number from 2 to 100"),
      (["evaluate", "--data", "x", "--folds", "3", "--parts", "4"], "from 1 to 3"),
      (["evaluate", "--data", "x", "--curve", "--ablate"], "not both"),
    ] {
      let run = try names(arguments)
      #expect(run.status == 64, "\(arguments)")
      #expect(run.messages.contains(message), "\(run.messages)")
    }
  }

  // MARK: evaluate

  @Test("measures by cross-validation, in a table with tabs")
  func evaluate() throws {
    let tokens = try folder.write("tokens.conll", Self.tokens)
    let run = try names(["evaluate", "--data", gold, "--measure", tokens, "--folds", "3"])
    #expect(run.status == 0, "\(run.messages)")
    let rows = run.text.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(
      rows.first == [
        "setting", "corpus", "texts", "system", "f1", "precision", "recall", "person f1",
        "organization f1", "place f1",
      ])
    #expect(rows.count == 7)
    #expect(rows.allSatisfy { $0.count == 10 })
    #expect(
      rows.dropFirst().map { $0[0..<4].joined(separator: " ") } == [
        "all gold.jsonl 12 lists", "all gold.jsonl 12 grammar", "all gold.jsonl 12 learned",
        "all tokens.conll 36 lists", "all tokens.conll 36 grammar", "all tokens.conll 36 learned",
      ])
    // There are places alone; figures of others are empty.
    #expect(rows[3][7] == "" && rows[3][8] == "")
    #expect((Double(rows[3][9]) ?? 0) > (Double(rows[2][9]) ?? 0), "\(rows)")
  }

  @Test("measures a learning curve")
  func curve() throws {
    let run = try names(
      ["evaluate", "--data", gold, "--folds", "2", "--parts", "1", "--curve", "--epochs", "2"])
    #expect(run.status == 0, "\(run.messages)")
    for share in ["0.125", "0.25", "0.5", "1.0"] {
      #expect(run.text.contains("\n\(share) of the texts\tgold.jsonl\t6\tlearned\t"))
    }
  }

  // MARK: info

  @Test("tells what models were made of")
  func info() throws {
    let standard = try names(["info"])
    #expect(standard.status == 0)
    #expect(standard.text.contains("names.model\ndigest\t"))
    #expect(standard.text.contains("\nseed\t1\n"))
    let digest = try #require(standard.text.firstMatch(of: /digest\t([0-9a-f]{16})\n/)?.1)

    let run = try names([
      "train", "--data", "\(gold),domain=invented,weight=2", "--output", model, "--on-top",
      "--domain", "invented", "--epochs", "2", "--without", "word", "--without", "prefix1",
    ])
    #expect(run.status == 0, "\(run.messages)")
    let own = try names(["info", model])
    #expect(own.status == 0)
    for line in [
      "path\t\(model)", "bytes\t\(try bytes().count)", "corpus gold.jsonl\t12 texts, 6 names",
      "domain\tinvented", "epochs\t2", "on top of\t\(digest)", "without\tprefix1, word",
    ] {
      #expect(own.text.contains("\(line)\n"), "\(own.text)")
    }
  }

  @Test("tells what is no model, and what to do")
  func noModel() throws {
    let missing = try names(["info", folder.url("none.model").path])
    #expect(missing.status == 2)
    #expect(missing.messages.contains("check the path"))
    let foreign = try names(["info", gold])
    #expect(foreign.status == 2)
    #expect(foreign.messages.contains("give a file made by 'dragoman names train'"))
  }
}
