using FsCheck.Xunit;
using KernelTracker.Ingest.Kernel;
using Xunit;

namespace KernelTracker.Ingest.Tests.Kernel;

public class PeopleTests
{
    private const string Map = """
        # comment
        Jane Doe <jane@example.org>
        Jane Doe <jane@example.org> <jd@OLD.example>
        Joe Public <joe@example.org> jp <shared@example.org>
        <new@example.org> <old@example.org>
        not an entry
        """;

    [Theory]
    [InlineData("jane", "JANE@example.org", "Jane Doe", "JANE@example.org")]
    [InlineData("JD", "jd@old.example", "Jane Doe", "jane@example.org")]
    [InlineData("JP", "shared@example.org", "Joe Public", "joe@example.org")]
    [InlineData("other", "shared@example.org", "other", "shared@example.org")]
    [InlineData("x", "old@example.org", "x", "new@example.org")]
    [InlineData("x", "unknown@example.org", "x", "unknown@example.org")]
    public void Resolves_as_git_does(string name, string email, string properName, string properEmail) =>
        Assert.Equal((properName, properEmail), Mailmap.Parse(Map).Resolve(name, email));

    [Fact]
    public void An_unmapped_identity_stays_itself() => Assert.Equal(("a", "b"), Mailmap.Empty.Resolve("a", "b"));

    [Property]
    public bool Resolving_twice_is_resolving_once_unless_the_file_chains(string? name)
    {
        var map = Mailmap.Parse(Map);
        var once = map.Resolve(name ?? "", "jd@old.example");
        return map.Resolve(once.Name, once.Email) == once;
    }

    [Property]
    public bool Reading_a_map_never_throws(string? text) => Mailmap.Parse(text ?? "").Resolve("", "").Name is not null;

    [Fact]
    public void Joins_by_address_or_name_ignoring_case()
    {
        var developers = DeveloperJoiner.Join(
        [
            new IdentityUse(4, "Jane Doe", "jane@example.org", 3),
            new IdentityUse(2, "JANE DOE", "jd@old.example", 9),
            new IdentityUse(7, "jdoe", "JANE@example.org", 1),
            new IdentityUse(5, "Joe", "joe@example.org", 1),
        ], Mailmap.Empty);

        Assert.Equal([2, 5], developers.Select(d => d.Id));
        Assert.Equal([2, 4, 7], developers[0].IdentityIds);
        Assert.Equal(("JANE DOE", "jd@old.example"), (developers[0].Name, developers[0].Email));
    }

    [Theory]
    [InlineData("", "a@x.org", "", "b@x.org")]
    [InlineData("root", "root@a", "root", "root@b")]
    [InlineData("unknown", "", "Unknown", "")]
    [InlineData("Jane", "root@localhost", "Joe", "root@localhost")]
    [InlineData("Jane", "jane@localhost.localdomain", "Joe", "jane@localhost.localdomain")]
    [InlineData("Jane", "(none)", "Joe", "(none)")]
    public void Placeholders_join_nobody(string name1, string email1, string name2, string email2) =>
        Assert.Equal(2, DeveloperJoiner.Join([new IdentityUse(1, name1, email1, 1), new IdentityUse(2, name2, email2, 1)], Mailmap.Empty).Count);

    [Fact]
    public void A_known_mistake_does_not_make_one_of_two() =>
        Assert.Equal(2, DeveloperJoiner.Join(
        [
            new IdentityUse(1, "Steve French", "sfrench@us.ibm.com", 400),
            new IdentityUse(2, "Jeff Layton", "sfrench@us.ibm.com", 1),
            new IdentityUse(3, "Jeff Layton", "jlayton@redhat.com", 200),
        ], Mailmap.Empty).Count);

    [Fact]
    public void Who_is_only_mentioned_follows_an_author_and_never_joins_two()
    {
        var joined = DeveloperJoiner.Join(
        [
            new IdentityUse(1, "Ann One", "ann@example.org", 10),
            new IdentityUse(2, "Ben Two", "ben@example.org", 20),
            new IdentityUse(3, "Ben Two", "ann@example.org", 0),
            new IdentityUse(4, "Ann One", "new@example.org", 0),
            new IdentityUse(5, "Cid Three", "cid@example.org", 0),
            new IdentityUse(6, "Cid Three", "cid@example.com", 0),
        ], Mailmap.Empty);

        Assert.Equal(["1,3,4", "2", "5,6"], joined.Select(d => string.Join(',', d.IdentityIds)));
    }

    [Fact]
    public void The_mail_map_is_applied_first() =>
        Assert.Single(DeveloperJoiner.Join([new IdentityUse(1, "JD", "jd@old.example", 1), new IdentityUse(2, "x", "jane@example.org", 1)], Mailmap.Parse(Map)));

    [Fact]
    public void Refuses_one_number_for_two() =>
        Assert.Throws<ArgumentException>(() => DeveloperJoiner.Join([new IdentityUse(1, "a", "b", 1), new IdentityUse(1, "c", "d", 1)], Mailmap.Empty));

    [Property]
    public bool The_order_of_identities_means_nothing(byte[]? picks, int seed)
    {
        var identities = (picks ?? []).Select((b, i) => new IdentityUse(i, "Name " + (b & 7), $"user{b >> 5}@x.org", b)).ToArray();
        var shuffled = identities.ToArray();
        new Random(seed).Shuffle(shuffled);
        return Text(DeveloperJoiner.Join(identities, Mailmap.Empty)) == Text(DeveloperJoiner.Join(shuffled, Mailmap.Empty));

        static string Text(IReadOnlyList<JoinedDeveloper> developers) =>
            string.Join('\n', developers.Select(d => $"{d.Id} {d.Name} {d.Email} {string.Join(',', d.IdentityIds)}"));
    }
}
