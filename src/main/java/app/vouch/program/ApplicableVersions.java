package app.vouch.program;

import app.vouch.platform.access.RequestContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Read versions, kept in memory once they are published: then they never change. */
@ApplicationScoped
class ApplicableVersions {
  private static final int KEPT = 1_000;

  private record Key(UUID tenant, UUID version) {}

  private final Map<Key, ApplicableVersion> kept =
      Collections.synchronizedMap(
          new LinkedHashMap<>(KEPT, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, ApplicableVersion> eldest) {
              return size() > KEPT;
            }
          });

  private final ProgramVersionRepository versions;
  private final SettingsStore store;
  private final RequestContext request;

  ApplicableVersions(
      ProgramVersionRepository versions, SettingsStore store, RequestContext request) {
    this.versions = versions;
    this.store = store;
    this.request = request;
  }

  /**
   * @throws IllegalArgumentException when the tenant has no such version
   */
  ApplicableVersion byId(UUID versionId) {
    Key key = new Key(request.tenantId(), versionId);
    ApplicableVersion known = kept.get(key);
    if (known != null) {
      return known;
    }
    ProgramVersion version = versions.findById(versionId);
    if (version == null) {
      throw new IllegalArgumentException("no program version " + versionId);
    }
    ProgramSettings settings = store.settings(version);
    ApplicableVersion read =
        new ApplicableVersion(version.programId(), version.id(), settings.family(), settings);
    if (version.state() != VersionState.DRAFT) {
      kept.put(key, read);
    }
    return read;
  }
}
