using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Kling.Package.Tests;

/// <summary>
/// Gives the assemblies of a package that was packed without a build the version that a build would have given them. They differ
/// from those of the last version in nothing else, so an upgrade is tested without a second build of the generator and the runtime.
/// </summary>
internal static class NextBuild
{
    public static void Write(string package, Version version)
    {
        using ZipArchive archive = ZipFile.Open(package, ZipArchiveMode.Update);
        foreach (ZipArchiveEntry entry in archive.Entries.Where(static entry => entry.Name.EndsWith(".dll", StringComparison.Ordinal)))
        {
            // A build copies a file again only if its time or its size differs, and the size does not.
            entry.LastWriteTime = entry.LastWriteTime.AddHours(1);
            using Stream stream = entry.Open();
            byte[] image = new byte[stream.Length];
            stream.ReadExactly(image);
            Change(image, version);
            stream.Position = 0;
            stream.Write(image);
        }
    }

    private static void Change(byte[] image, Version version)
    {
        using var file = new PEReader(ImmutableArray.Create(image));
        MetadataReader reader = file.GetMetadataReader();
        int metadata = file.PEHeaders.MetadataStartOffset;

        // ECMA-335 II.22.2: four bytes for the hash algorithm, then the version's parts with two bytes each.
        Span<byte> parts = image.AsSpan(metadata + reader.GetTableMetadataOffset(TableIndex.Assembly) + sizeof(uint));
        BinaryPrimitives.WriteUInt16LittleEndian(parts, (ushort)version.Major);
        BinaryPrimitives.WriteUInt16LittleEndian(parts[2..], (ushort)version.Minor);
        BinaryPrimitives.WriteUInt16LittleEndian(parts[4..], (ushort)version.Build);

        // No two builds have the same module id, and a compiler server tells analyzers apart by it. The heap counts from 1.
        int id = MetadataTokens.GetHeapOffset(reader.GetModuleDefinition().Mvid) - 1;
        image[metadata + reader.GetHeapMetadataOffset(HeapIndex.Guid) + (id * 16)] ^= 0xFF;
    }
}
