using FsCheck.Xunit;
using KernelTracker.Ingest.Kernel;
using KernelTracker.Ingest.Pipeline;
using Xunit;

namespace KernelTracker.Ingest.Tests.Pipeline;

public sealed class FlowGraphTests
{
    [Fact]
    public void Merges_of_merges_are_followed()
    {
        // net: n1 n2; wireless forks at n1: w1, merged into net as M2; bluetooth: b1, merged into wireless as M1.
        var g = Graphs.Draw("base", "n1 base", "b1 base", "w1 base", "M1 w1 b1", "M2 n1 M1", "n2 M2", "P base n2");

        var flow = Follow(g, "P", "net", ("M1", "bluetooth"), ("M2", "wireless"));

        Assert.Equal("n1 M2 n2 P", From(g, flow, "net"));
        Assert.Equal("w1 M1", From(g, flow, "wireless"));
        Assert.Equal("b1", From(g, flow, "bluetooth"));
        Assert.Equal("net", flow.Sources[flow.Sources.Single(s => s.Tree.Name == "wireless").Into].Tree.Name);
        Assert.Equal("wireless", flow.Sources[flow.Sources.Single(s => s.Tree.Name == "bluetooth").Into].Tree.Name);
    }

    [Fact]
    public void A_branch_of_the_same_tree_and_a_merge_of_mainline_are_the_trees_own()
    {
        var g = Graphs.Draw("base", "t1 base", "u1 base", "M t1 u1", "P base M");

        var flow = Follow(g, "P", "tip");

        Assert.Equal("t1 u1 M P", From(g, flow, "tip"));
        Assert.Single(flow.Sources);
    }

    [Fact]
    public void A_tree_that_keeps_up_with_what_takes_it_is_no_source_of_that()
    {
        // wireless merges net's n1 (K) before net merges wireless (M): n1 stays net's own.
        var g = Graphs.Draw("base", "n1 base", "w1 base", "K w1 n1", "w2 K", "M n1 w2", "P base M");

        var flow = Follow(g, "P", "net", ("K", "net"), ("M", "wireless"));

        Assert.Equal("n1 M P", From(g, flow, "net"));
        Assert.Equal("w1 K w2", From(g, flow, "wireless"));
    }

    [Fact]
    public void What_an_inner_tree_takes_back_from_an_outer_one_is_the_outer_ones()
    {
        // n1 reached mainline only through wireless, which had merged it from net.
        var g = Graphs.Draw("base", "n0 base", "n1 base", "w1 base", "K w1 n1", "M n0 K", "P base M");

        var flow = Follow(g, "P", "net", ("K", "net"), ("M", "wireless"));

        Assert.Equal("n0 n1 M P", From(g, flow, "net"));
        Assert.Equal(2, flow.Sources.Count);
    }

    [Fact]
    public void Several_parents_are_several_ways_in()
    {
        var g = Graphs.Draw("base", "a1 base", "b1 base", "c1 base", "O a1 b1 c1", "P base O");

        var flow = Follow(g, "P", "tip", ("O", "acpi"));

        Assert.Equal("a1 O P", From(g, flow, "tip"));
        Assert.Equal("b1 c1", From(g, flow, "acpi"));
    }

    [Fact]
    public void Ten_thousand_merges_within_each_other_are_no_trouble()
    {
        var lines = new List<string> { "base", "m0 base" };
        for (var i = 1; i <= 10_000; i++)
        {
            lines.Add($"o{i} base");
            lines.Add($"m{i} o{i} m{i - 1}");
        }
        lines.Add("P base m10000");
        var g = Graphs.Draw([.. lines]);
        var flow = new FlowGraph(g.Graph, [.. Enumerable.Range(0, g.Graph.Count).Select(n => n == 0 ? 1 : 2)], n => Tree(n % 2 == 0 ? "even" : "odd"));

        flow.Follow(g["P"], Tree("net"));

        Assert.DoesNotContain(FlowGraph.Nowhere, flow.SourceOf.Skip(1));
    }

    [Property(MaxTest = 200)]
    public void Everything_a_pull_brought_comes_from_somewhere_and_nothing_else_does(int seed)
    {
        var random = new Random(seed);
        var lines = new List<string> { "n0" };
        var count = random.Next(2, 40);
        for (var i = 1; i < count; i++)
        {
            var parents = Enumerable.Range(0, random.Next(1, Math.Min(4, i + 1))).Select(_ => $"n{random.Next(i)}").Distinct();
            lines.Add($"n{i} {string.Join(' ', parents)}");
        }
        lines.Add($"P n0 n{count - 1}");
        var g = Graphs.Draw([.. lines]);
        var position = new int[g.Graph.Count];
        g.Graph.Walk(g["P"], n => n != g["n0"] && position[n] == 0 && (position[n] = 2) > 0);
        var flow = new FlowGraph(g.Graph, position, n => (n % 4) switch { 0 => null, var k => Tree($"t{k}") });

        flow.Follow(g["P"], Tree("t1"));

        Assert.All(Enumerable.Range(0, position.Length), n => Assert.Equal(position[n] == 2, flow.SourceOf[n] != FlowGraph.Nowhere));
        Assert.All(Enumerable.Range(0, flow.Sources.Count), i => Assert.True(flow.Sources[i].Into < i));
    }

    private static FlowGraph Follow(Graphs g, string pull, string tree, params (string Merge, string Tree)[] names)
    {
        // The base is mainline's already.
        var position = Enumerable.Range(0, g.Graph.Count).Select(n => n == g["base"] ? 1 : 2).ToList();
        var said = names.ToDictionary(n => g[n.Merge], n => n.Tree);
        var flow = new FlowGraph(g.Graph, position, n => said.TryGetValue(n, out var name) ? Tree(name) : null);
        flow.Follow(g[pull], Tree(tree));
        return flow;
    }

    private static string From(Graphs g, FlowGraph flow, string tree) =>
        g.Where(n => flow.SourceOf[n] is var source and not FlowGraph.Nowhere && flow.Sources[source].Tree.Name == tree);

    private static SourceTreeIdentity Tree(string name) => new(name, name);
}
