package app.vouch.platform.persistence;

import org.hibernate.boot.model.TypeContributions;
import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.MySQLDialect;
import org.hibernate.dialect.lock.internal.MariaDBLockingSupport;
import org.hibernate.dialect.lock.spi.LockingSupport;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;
import org.hibernate.service.ServiceRegistry;

/** One dialect for MySQL 8.4 and later and MariaDB 11.4: locks never say {@code of alias}. */
public class PortableDialect extends MySQLDialect {
  public PortableDialect() {
    super(DatabaseVersion.make(8, 0, 16));
  }

  public PortableDialect(DialectResolutionInfo info) {
    this();
  }

  @Override
  public void contributeTypes(TypeContributions types, ServiceRegistry services) {
    super.contributeTypes(types, services);
    types.contributeJdbcType(new DateTimeJdbcType());
  }

  @Override
  public LockingSupport getLockingSupport() {
    return new MariaDBLockingSupport(true, true, true);
  }

  @Override
  protected boolean supportsAliasLocks() {
    return false;
  }
}
