package app.vouch.platform.persistence;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.BasicBinder;
import org.hibernate.type.descriptor.jdbc.TimestampUtcAsJdbcTimestampJdbcType;

/**
 * Sends times as {@code datetime}. As {@code timestamp}, the driver's usual choice, MariaDB finds
 * nothing for a time after January 2038.
 */
class DateTimeJdbcType extends TimestampUtcAsJdbcTimestampJdbcType {

  @Override
  public <X> ValueBinder<X> getBinder(JavaType<X> javaType) {
    return new BasicBinder<>(javaType, this) {
      @Override
      protected void doBind(PreparedStatement statement, X value, int index, WrapperOptions options)
          throws SQLException {
        statement.setObject(index, dateTime(value, options));
      }

      @Override
      protected void doBind(
          CallableStatement statement, X value, String name, WrapperOptions options)
          throws SQLException {
        statement.setObject(name, dateTime(value, options));
      }

      private LocalDateTime dateTime(X value, WrapperOptions options) {
        return LocalDateTime.ofInstant(
            javaType.unwrap(value, Instant.class, options), ZoneOffset.UTC);
      }
    };
  }
}
