import Scenarios
import Testing

@Suite("Reading: files")
struct ReadingLoaderTests {
  @Test("objects merge key by key, null removes, anything else replaces")
  func merging() throws {
    let folder = try ReadingFolder([
      ("Scenarios/base.json5", "{a: {b: 1, c: [1, 2], d: {e: 5}}, f: 'x', g: true, h: {i: 1}}"),
      (
        "Scenarios/child.json5",
        "{extends: 'base.json5', a: {c: [3], d: null, z: 0}, g: {y: 1}, h: 7, new: 1}"
      ),
    ])
    #expect(
      folder.tree("Scenarios/child.json5")
        == #"{"a":{"b":1,"c":[3],"z":0},"f":"x","g":{"y":1},"h":7,"new":1}"#)
  }

  @Test(
    "a distribution replaces what was there wholly, and its evidence merges",
    arguments: [
      ("p: {uniform: [1, 2]}", #"{"p":{"uniform":[1,2]}}"#),
      ("p: {value: 3}", #"{"p":{"value":3}}"#),
      ("p: 4", #"{"p":4}"#),
      (
        "p: {evidence: 'published'}",
        #"{"p":{"triangular":[1,2,3],"evidence":"published","note":"n"}}"#
      ),
      (
        "p: {truncate: [1, 2]}",
        #"{"p":{"triangular":[1,2,3],"evidence":"assumed","note":"n","truncate":[1,2]}}"#
      ),
      ("p: {note: null}", #"{"p":{"triangular":[1,2,3],"evidence":"assumed"}}"#),
      ("p: {triangular: null, normal: [0, 1]}", #"{"p":{"normal":[0,1]}}"#),
    ])
  func distributions(change: String, tree: String) throws {
    let folder = try ReadingFolder([
      ("base.json5", "{p: {triangular: [1, 2, 3], evidence: 'assumed', note: 'n'}}"),
      ("child.json5", "{extends: 'base.json5', \(change)}"),
    ])
    #expect(folder.tree("child.json5") == tree)
  }

  @Test("an empty object in place of a whole part is a problem, for it does not empty it")
  func nothingToChange() throws {
    let folder = try ReadingFolder([
      ("base.json5", "{labs: {'us-lab': {}}, none: {}, list: [1]}"),
      ("child.json5", "{extends: 'base.json5', labs: {'us-lab': {}}, none: {}, list: {}, own: {}}"),
      ("empty.json5", "{extends: 'base.json5', labs: {}}"),
    ])
    #expect(
      folder.tree("child.json5") == #"{"labs":{"us-lab":{}},"none":{},"list":{},"own":{}}"#)
    #expect(
      folder.tree("empty.json5") == """
        empty.json5:1:31: error: labs: {} changes nothing, for objects merge key by key
           leave it out; null removes what it names: labs: { "us-lab": null }
        1 problem; nothing was run
        """)
  }

  @Test("null that removes nothing is a problem, for it is most likely misspelt")
  func nothingToRemove() throws {
    let folder = try ReadingFolder([
      ("base.json5", "{labs: {anthropic: {}}}"),
      ("child.json5", "{extends: 'base.json5', labs: {antropic: null}, x: null}"),
    ])
    #expect(
      folder.tree("child.json5") == """
        child.json5:1:32: error: null removes nothing: there is no 'antropic' in labs
           did you mean 'anthropic'?
        child.json5:1:49: error: null removes nothing: there is no 'x'
           leave it out
        2 problems; nothing was run
        """)
  }

  @Test("files reach anything under the nearest folder named Scenarios, and each other's bases")
  func reach() throws {
    let folder = try ReadingFolder([
      ("Scenarios/outer.json5", "{o: 1}"),
      ("Scenarios/Old/Scenarios/top.json5", "{t: 1}"),
      ("Scenarios/Old/Scenarios/x/mid.json5", "{extends: '../top.json5', m: 1}"),
      ("Scenarios/Old/Scenarios/y/leaf.json5", "{extends: '../x/./mid.json5', l: 1}"),
      ("Scenarios/a/b/deep.json5", "{extends: '../../outer.json5', d: 1}"),
      ("Scenarios/Old/Scenarios/y/far.json5", "{extends: '../../../outer.json5'}"),
    ])
    #expect(folder.tree("Scenarios/Old/Scenarios/y/leaf.json5") == #"{"t":1,"m":1,"l":1}"#)
    #expect(folder.tree("Scenarios/a/b/deep.json5") == #"{"o":1,"d":1}"#)
    #expect(
      folder.tree("Scenarios/Old/Scenarios/y/far.json5") == """
        Scenarios/Old/Scenarios/y/far.json5:1:11: error: extends may not leave the folder \
        'Scenarios', as '../../../outer.json5' does
           put the file that it names under that folder
        1 problem; nothing was run
        """)
  }

  @Test(
    "extends is refused, at its place, where it leaves its tree or names no file",
    arguments: [
      (
        "'../up.json5'", "extends may not leave the folder 'own', as '../up.json5' does",
        "put the file that it names under that folder"
      ),
      (
        "'../nothing.json5'",
        "extends may not leave the folder 'own', as '../nothing.json5' does",
        "put the file that it names under that folder"
      ),
      (
        "'out.json5'", "extends may not leave the folder 'own', as 'out.json5' does",
        "put the file that it names under that folder"
      ),
      (
        "'/etc/passwd'", "extends must be a path relative to this file, but is '/etc/passwd'",
        "write it without the '/' at its beginning"
      ),
      ("'bas.json5'", "there is no file 'own/bas.json5'", "did you mean 'base.json5'?"),
      ("'inner'", "'own/inner' is a folder", "name a scenario file in it"),
      (
        "5", "extends must be the name of a file, but is 5",
        "write a path relative to this file, as in \"baseline.json5\""
      ),
      (
        "''", "extends must be the name of a file, but is the text ''",
        "write a path relative to this file, as in \"baseline.json5\""
      ),
      (
        "'main.json5'", "extends goes in a circle: own/main.json5 → own/main.json5",
        "let the file that everything starts from extend nothing"
      ),
    ])
  func refused(name: String, message: String, remedy: String) throws {
    let folder = try ReadingFolder([
      ("own/main.json5", "{\n  extends: \(name) }"), ("own/base.json5", "{}"), ("up.json5", "{}"),
      ("own/inner/x.json5", "{}"),
    ])
    try folder.link("own/out.json5", to: "../up.json5")
    #expect(
      folder.tree("own/main.json5").hasSuffix(
        "own/main.json5:2:12: error: \(message)\n   \(remedy)\n1 problem; nothing was run"))
  }

  @Test("links are followed before the tree is judged")
  func links() throws {
    let folder = try ReadingFolder([
      ("Scenarios/base.json5", "{b: 1}"), ("Scenarios/x/child.json5", "{extends: '../base.json5'}"),
    ])
    try folder.link("alias.json5", to: "Scenarios/x/child.json5")
    #expect(folder.tree("alias.json5") == #"{"b":1}"#)
  }

  @Test("a longer circle is named in full, where it closes")
  func circle() throws {
    let folder = try ReadingFolder([
      ("a.json5", "{extends: 'b.json5'}"), ("b.json5", "{extends: 'c.json5'}"),
      ("c.json5", "{x: 1, extends: 'b.json5'}"),
    ])
    #expect(
      folder.tree("a.json5") == """
        c.json5:1:17: error: extends goes in a circle: b.json5 → c.json5 → b.json5
           let the file that everything starts from extend nothing
        1 problem; nothing was run
        """)
  }

  @Test("more than sixteen files in a row are refused")
  func chain() throws {
    let files = (0..<20).map { index in
      (name: "f\(index).json5", text: index == 19 ? "{}" : "{extends: 'f\(index + 1).json5'}")
    }
    let folder = try ReadingFolder(files)
    #expect(folder.tree("f4.json5") == "{}")
    #expect(folder.tree("f3.json5").contains("f18.json5:1:11: error: more than 16 files"))
  }

  @Test("mistakes in the writing of a file are reported with its name and place")
  func syntax() throws {
    let folder = try ReadingFolder([
      ("child.json5", "{extends: 'base.json5', a: 1, a: 2}"), ("base.json5", "{b: 1\n c: 012}"),
      ("list.json5", "[1]"), ("empty.json5", ""),
    ])
    #expect(
      folder.tree("child.json5") == """
        child.json5:1:31: error: the key 'a' stands twice in this object, first at 1:25
           keep one of the two
        base.json5:1:6: error: a comma is missing here
           write ',' before 'c'
        base.json5:2:5: error: '012' is not a number
           write it without the zeros before it: 12
        3 problems; nothing was run
        """)
    #expect(
      folder.tree("list.json5") == """
        list.json5:1:1: error: a scenario must be an object, but this is a list
           write { … }
        1 problem; nothing was run
        """)
    #expect(
      folder.tree("empty.json5")
        == "empty.json5:1:1: error: the text is empty\n1 problem; nothing was run")
  }

  @Test("names of files may hold any mark")
  func oddNames() throws {
    let name = "a b#?%20é;~.json5"
    let folder = try ReadingFolder([(name, "{x: 1}"), ("child.json5", "{extends: './\(name)'}")])
    #expect(folder.tree(name) == #"{"x":1}"#)
    #expect(folder.tree("child.json5") == #"{"x":1}"#)
    #expect(folder.tree("no\0name").hasPrefix("66: "))
  }

  @Test("a device or other file that is none is not opened")
  func devices() {
    do {
      _ = try ScenarioLoader.load(path: "/dev/zero")
      Issue.record("nothing was reported")
    } catch {
      #expect(!error.isMissingFile)
      #expect(
        error.problems.map(\.message) == ["'/dev/zero' is a pipe or device, not a regular file"])
    }
  }

  @Test(
    "only a name that is near is suggested, whatever its ending",
    arguments: [
      ("juni.json5", "did you mean 'june.json5'?"), ("june", "did you mean 'june.json5'?"),
      ("Jume.json5", "did you mean 'june.json5'?"), ("june.json", "did you mean 'june.json5'?"),
      ("abc.json5", nil), ("note.tx", nil), ("x.json5", nil), ("y.json5", nil),
      ("no/june.json5", "there is no folder 'no'"),
    ] as [(String, String?)])
  func near(name: String, remedy: String?) throws {
    let folder = try ReadingFolder([
      ("june.json5", "{}"), ("xyz.json5", "{}"), ("note.txt", ""), ("x/y.json5", "{}"),
    ])
    #expect(
      folder.tree(name) == "66: \(name): error: there is no file '\(name)'\n"
        + (remedy.map { "   \($0)\n" } ?? "") + "1 problem; nothing was run")
  }

  @Test("a scenario that is not there is told apart from one that is wrong")
  func missing() throws {
    let folder = try ReadingFolder([("june.json5", "{}"), ("x/y.json5", "{}")])
    #expect(
      folder.tree("juni.json5") == """
        66: juni.json5: error: there is no file 'juni.json5'
           did you mean 'june.json5'?
        1 problem; nothing was run
        """)
    #expect(folder.tree("x").hasPrefix("x: error: 'x' is a folder"))
    #expect(folder.tree("no/such/folder.json5").hasPrefix("66: "))
  }

  @Test("files that are too long or no text are refused")
  func unreadable() throws {
    let folder = try ReadingFolder([
      ("long.json5", "{}" + String(repeating: " ", count: 4_000_000)),
      ("child.json5", "{extends: 'long.json5'}"),
    ])
    #expect(folder.tree("long.json5").contains("has 4000002 bytes, more than the 4000000"))
    #expect(folder.tree("child.json5").hasPrefix("child.json5:1:11: error: 'long.json5' has"))
  }

  @Test("a text without a file can be read, but extends nothing")
  func inMemory() throws {
    let source = try ScenarioLoader.parse("{a: 1}", name: "memory")
    #expect(source.files == ["memory"])
    #expect(source.texts == ["{a: 1}"])
    #expect(throws: ProblemReport.self) {
      try ScenarioLoader.parse("{extends: 'x.json5'}", name: "memory")
    }
  }
}
