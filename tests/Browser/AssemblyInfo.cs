using KernelTracker.Browser.Tests;
using Xunit;

[assembly: AssemblyFixture(typeof(SiteFixture))]
