import Testing

@Suite("Scripts that articles show")
struct DocumentedScriptTests {
  @Test("The article on Sobol indices shows the script as it is, in twenty lines at most")
  func sobol() {
    let script = SourceTree.text(of: "Scripts/sobol")
    let article = SourceTree.text(of: "Sources/Experiments/Experiments.docc/SobolIndices.md")
    #expect(!script.isEmpty && script.split(separator: "\n").count <= 20)
    #expect(article.contains("```python\n" + script + "```\n"))
  }
}
