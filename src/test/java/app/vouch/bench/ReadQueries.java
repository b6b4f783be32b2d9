package app.vouch.bench;

import app.vouch.shared.Cursor;
import app.vouch.shared.IdType;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the service answers, read by the least SQL and written by hand: one query for a referral or
 * a list, four for the GraphQL list. Made for the data of {@link Story}: every referral is won.
 */
final class ReadQueries {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int FRACTION_DIGITS = 2;

  private static final String COLUMNS =
      """
      select id, version, state, program_id, program_version_id, source, prospect_person_id,
        prospect_name, prospect_email, prospect_phone, organization_id, organization_name,
        organization_domain, referrer_id, referrer_name, prospect_role, reason, basis, evidence,
        decision, reason_code, first_contact_due_at, thank_you_due_at, thanked_at,
        privacy_notice_due_at, privacy_noticed_at, occurred_at, received_at, updated_at,
        metadata, external_refs
      from referral
      """;

  private final byte[] tenant;

  private ReadQueries(byte[] tenant) {
    this.tenant = tenant;
  }

  static ReadQueries ofTheOnlyTenant(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("select tenant_id from referral limit 1");
        ResultSet row = statement.executeQuery()) {
      row.next();
      return new ReadQueries(row.getBytes(1));
    }
  }

  byte[] one(Connection connection, String id) throws SQLException, IOException {
    try (PreparedStatement statement =
        connection.prepareStatement(COLUMNS + "where id = ? and tenant_id = ?")) {
      statement.setBytes(1, bytes(IdType.REFERRAL.inPath(id)));
      statement.setBytes(2, tenant);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return json(out -> referral(out, row));
      }
    }
  }

  byte[] list(Connection connection, int limit) throws SQLException, IOException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            COLUMNS + "where tenant_id = ? and id < ? order by id desc limit ?")) {
      statement.setBytes(1, tenant);
      statement.setBytes(2, bytes(Cursor.START.id()));
      statement.setInt(3, limit + 1);
      try (ResultSet row = statement.executeQuery()) {
        return json(out -> list(out, row, limit));
      }
    }
  }

  private static void list(JsonGenerator out, ResultSet row, int limit)
      throws SQLException, IOException {
    out.writeStartObject();
    out.writeArrayFieldStart("data");
    String cursor = null;
    boolean more = false;
    for (int i = 0; row.next(); i++) {
      more = i == limit;
      if (!more) {
        referral(out, row);
        cursor = new Cursor(uuid(row.getBytes(1))).encode();
      }
    }
    out.writeEndArray();
    out.writeObjectFieldStart("page");
    out.writeStringField("nextCursor", more ? cursor : null);
    out.writeBooleanField("hasMore", more);
    out.writeEndObject();
    out.writeEndObject();
  }

  private static void referral(JsonGenerator out, ResultSet row) throws SQLException, IOException {
    out.writeStartObject();
    id(out, "id", IdType.REFERRAL, row.getBytes(1));
    out.writeNumberField("version", row.getInt(2));
    out.writeStringField("state", row.getString(3));
    out.writeStringField("coarseStatus", "WON");
    id(out, "programId", IdType.PROGRAM, row.getBytes(4));
    id(out, "programVersionId", IdType.PROGRAM_VERSION, row.getBytes(5));
    out.writeStringField("source", row.getString(6));
    out.writeObjectFieldStart("prospect");
    id(out, "id", IdType.PERSON, row.getBytes(7));
    out.writeStringField("name", row.getString(8));
    out.writeStringField("email", row.getString(9));
    out.writeStringField("phone", row.getString(10));
    out.writeObjectFieldStart("organization");
    id(out, "id", IdType.ORGANIZATION, row.getBytes(11));
    out.writeStringField("name", row.getString(12));
    out.writeStringField("domain", row.getString(13));
    out.writeEndObject();
    out.writeEndObject();
    out.writeObjectFieldStart("referrer");
    id(out, "id", IdType.REFERRER, row.getBytes(14));
    out.writeStringField("name", row.getString(15));
    out.writeEndObject();
    out.writeStringField("role", row.getString(16));
    out.writeStringField("reason", row.getString(17));
    out.writeStringField("basis", row.getString(18));
    raw(out, "evidence", row.getString(19));
    raw(out, "decision", row.getString(20));
    out.writeStringField("reasonCode", row.getString(21));
    out.writeObjectFieldStart("due");
    time(out, "firstContact", row, 22);
    time(out, "thankYou", row, 23);
    time(out, "privacyNotice", row, 25);
    out.writeEndObject();
    time(out, "thankedAt", row, 24);
    id(out, "thankYouMessageId", IdType.MESSAGE, row.getBytes(1));
    time(out, "privacyNoticedAt", row, 26);
    time(out, "occurredAt", row, 27);
    time(out, "receivedAt", row, 28);
    time(out, "updatedAt", row, 29);
    raw(out, "metadata", row.getString(30));
    raw(out, "externalRefs", row.getString(31));
    out.writeArrayFieldStart("allowedActions");
    out.writeString("REJECT");
    out.writeEndArray();
    out.writeEndObject();
  }

  private record Referral(
      byte[] id,
      String state,
      String source,
      LocalDateTime receivedAt,
      LocalDateTime updatedAt,
      byte[] referrer) {}

  private record Referrer(
      byte[] id, String code, String state, byte[] person, String name, String email) {}

  private record Introduction(
      byte[] id,
      String state,
      String subject,
      String requester,
      String requesterEmail,
      LocalDateTime requestedAt) {}

  private record Reward(
      byte[] id,
      String state,
      String rule,
      long amount,
      String currency,
      LocalDateTime createdAt) {}

  byte[] graph(Connection connection, int limit) throws SQLException, IOException {
    List<Referral> found = referrals(connection, limit + 1);
    List<Referral> page = found.subList(0, Math.min(limit, found.size()));
    List<ByteBuffer> ids = page.stream().map(r -> ByteBuffer.wrap(r.id())).toList();
    LinkedHashSet<ByteBuffer> referrerIds = new LinkedHashSet<>();
    page.forEach(r -> referrerIds.add(ByteBuffer.wrap(r.referrer())));
    Map<ByteBuffer, List<Referrer>> referrers =
        by(
            connection,
            """
            select r.id, r.id, r.code, r.state, p.id, p.name, p.email from referrer r
            join person p on p.id = r.person_id
            where r.tenant_id = ? and r.id in (%s)""",
            referrerIds,
            row ->
                new Referrer(
                    row.getBytes(2),
                    row.getString(3),
                    row.getString(4),
                    row.getBytes(5),
                    row.getString(6),
                    row.getString(7)));
    Map<ByteBuffer, List<Introduction>> introductions =
        by(
            connection,
            """
            select referral_id, id, state, subject, requester_name, requester_email, requested_at
            from introduction where tenant_id = ? and referral_id in (%s) order by id desc""",
            ids,
            row ->
                new Introduction(
                    row.getBytes(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getObject(7, LocalDateTime.class)));
    Map<ByteBuffer, List<Reward>> rewards =
        by(
            connection,
            """
            select referral_id, id, state, rule_id, amount, currency, created_at
            from reward where tenant_id = ? and referral_id in (%s) order by id desc""",
            ids,
            row ->
                new Reward(
                    row.getBytes(2),
                    row.getString(3),
                    row.getString(4),
                    row.getLong(5),
                    row.getString(6),
                    row.getObject(7, LocalDateTime.class)));
    return json(
        out -> {
          out.writeStartObject();
          out.writeObjectFieldStart("data");
          out.writeObjectFieldStart("referrals");
          out.writeArrayFieldStart("edges");
          for (Referral referral : page) {
            ByteBuffer id = ByteBuffer.wrap(referral.id());
            out.writeStartObject();
            out.writeObjectFieldStart("node");
            node(out, referral);
            referrer(out, referrers.get(ByteBuffer.wrap(referral.referrer())).getFirst());
            introductions(out, introductions.getOrDefault(id, List.of()));
            rewards(out, rewards.getOrDefault(id, List.of()));
            out.writeEndObject();
            out.writeEndObject();
          }
          out.writeEndArray();
          out.writeObjectFieldStart("pageInfo");
          out.writeBooleanField("hasNextPage", found.size() > limit);
          out.writeStringField("endCursor", new Cursor(uuid(page.getLast().id())).encode());
          out.writeEndObject();
          out.writeEndObject();
          out.writeEndObject();
          out.writeEndObject();
        });
  }

  private List<Referral> referrals(Connection connection, int limit) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select id, state, source, received_at, updated_at, referrer_id from referral
            where tenant_id = ? and id < ? order by id desc limit ?""")) {
      statement.setBytes(1, tenant);
      statement.setBytes(2, bytes(Cursor.START.id()));
      statement.setInt(3, limit);
      try (ResultSet row = statement.executeQuery()) {
        List<Referral> found = new ArrayList<>();
        while (row.next()) {
          found.add(
              new Referral(
                  row.getBytes(1),
                  row.getString(2),
                  row.getString(3),
                  row.getObject(4, LocalDateTime.class),
                  row.getObject(5, LocalDateTime.class),
                  row.getBytes(6)));
        }
        return found;
      }
    }
  }

  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Rows by their first column. */
  private <T> Map<ByteBuffer, List<T>> by(
      Connection connection, String sql, Collection<ByteBuffer> ids, RowReader<T> reader)
      throws SQLException {
    String marks = String.join(", ", Collections.nCopies(ids.size(), "?"));
    try (PreparedStatement statement = connection.prepareStatement(sql.formatted(marks))) {
      statement.setBytes(1, tenant);
      int parameter = 2;
      for (ByteBuffer id : ids) {
        statement.setBytes(parameter++, id.array());
      }
      try (ResultSet row = statement.executeQuery()) {
        Map<ByteBuffer, List<T>> found = new HashMap<>();
        while (row.next()) {
          found
              .computeIfAbsent(ByteBuffer.wrap(row.getBytes(1)), id -> new ArrayList<>())
              .add(reader.read(row));
        }
        return found;
      }
    }
  }

  private static void node(JsonGenerator out, Referral referral) throws IOException {
    id(out, "id", IdType.REFERRAL, referral.id());
    out.writeStringField("state", referral.state());
    out.writeStringField("coarseStatus", "WON");
    out.writeStringField("source", referral.source());
    time(out, "receivedAt", referral.receivedAt());
    time(out, "updatedAt", referral.updatedAt());
  }

  private static void referrer(JsonGenerator out, Referrer referrer) throws IOException {
    out.writeObjectFieldStart("referrer");
    id(out, "id", IdType.REFERRER, referrer.id());
    out.writeStringField("code", referrer.code());
    out.writeStringField("state", referrer.state());
    out.writeObjectFieldStart("person");
    id(out, "id", IdType.PERSON, referrer.person());
    out.writeStringField("name", referrer.name());
    out.writeStringField("email", referrer.email());
    out.writeEndObject();
    out.writeEndObject();
  }

  private static void introductions(JsonGenerator out, List<Introduction> introductions)
      throws IOException {
    out.writeArrayFieldStart("introductions");
    for (Introduction introduction : introductions) {
      out.writeStartObject();
      id(out, "id", IdType.INTRODUCTION, introduction.id());
      out.writeStringField("state", introduction.state());
      out.writeStringField("subject", introduction.subject());
      out.writeObjectFieldStart("requester");
      out.writeStringField("name", introduction.requester());
      out.writeStringField("email", introduction.requesterEmail());
      out.writeEndObject();
      time(out, "requestedAt", introduction.requestedAt());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void rewards(JsonGenerator out, List<Reward> rewards) throws IOException {
    out.writeArrayFieldStart("rewards");
    for (Reward reward : rewards) {
      out.writeStartObject();
      id(out, "id", IdType.REWARD, reward.id());
      out.writeStringField("state", reward.state());
      out.writeStringField("ruleId", reward.rule());
      out.writeObjectFieldStart("amount");
      out.writeStringField(
          "amount", BigDecimal.valueOf(reward.amount(), FRACTION_DIGITS).toPlainString());
      out.writeStringField("currency", reward.currency());
      out.writeEndObject();
      time(out, "createdAt", reward.createdAt());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private interface Writing {
    void to(JsonGenerator out) throws SQLException, IOException;
  }

  private static byte[] json(Writing writing) throws SQLException, IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      writing.to(out);
    }
    return bytes.toByteArray();
  }

  private static void id(JsonGenerator out, String field, IdType type, byte[] id)
      throws IOException {
    out.writeStringField(field, type.format(uuid(id)));
  }

  private static void raw(JsonGenerator out, String field, String json) throws IOException {
    out.writeFieldName(field);
    out.writeRawValue(json);
  }

  private static void time(JsonGenerator out, String field, ResultSet row, int column)
      throws SQLException, IOException {
    time(out, field, row.getObject(column, LocalDateTime.class));
  }

  private static void time(JsonGenerator out, String field, @Nullable LocalDateTime time)
      throws IOException {
    out.writeStringField(field, time == null ? null : time.toInstant(ZoneOffset.UTC).toString());
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(Long.BYTES * 2)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private static UUID uuid(byte[] id) {
    ByteBuffer buffer = ByteBuffer.wrap(id);
    return new UUID(buffer.getLong(), buffer.getLong());
  }
}
