package app.vouch.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** What a container engine reads from an image in a tar file. */
record ImageTar(JsonNode manifest, JsonNode config, List<List<TarArchiveEntry>> layers) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static ImageTar read(Path tar) throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    try (var archive = new TarArchiveInputStream(Files.newInputStream(tar))) {
      for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
        files.put(entry.getName(), archive.readAllBytes());
      }
    }
    JsonNode manifest = JSON.readTree(file(files, "manifest.json")).get(0);
    List<List<TarArchiveEntry>> layers = new ArrayList<>();
    for (JsonNode layer : manifest.get("Layers")) {
      layers.add(entries(new ByteArrayInputStream(file(files, layer.asText()))));
    }
    JsonNode config = JSON.readTree(file(files, manifest.get("Config").asText()));
    return new ImageTar(manifest, config, layers);
  }

  /** Names of the files of one layer, without folders. */
  List<String> files(int layer) {
    return layers.get(layer).stream()
        .filter(TarArchiveEntry::isFile)
        .map(TarArchiveEntry::getName)
        .toList();
  }

  private static List<TarArchiveEntry> entries(InputStream layer) throws IOException {
    List<TarArchiveEntry> entries = new ArrayList<>();
    try (var archive = new TarArchiveInputStream(new GZIPInputStream(layer))) {
      for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
        entries.add(entry);
      }
    }
    return entries;
  }

  private static byte[] file(Map<String, byte[]> files, String name) {
    byte[] content = files.get(name);
    if (content == null) {
      throw new IllegalStateException("no " + name + " among " + files.keySet());
    }
    return content;
  }
}
