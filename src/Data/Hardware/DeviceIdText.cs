namespace KernelTracker.Data.Hardware;

/// <summary>How device ids are written: as lspci and lsusb print them.</summary>
public static class DeviceIdText
{
    /// <summary>
    /// The id as one text: "8086:1533", "0bda:8179 if ff/ff/00", "10ec:8139 sub 103c:30b7", "class 0c0330", or the name.
    /// "*" stands for any value, "x" for a digit that does not count.
    /// </summary>
    public static string Of(DeviceMatch id) => throw new NotImplementedException(id.ToString());
}
