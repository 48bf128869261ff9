// Known-answer vectors for lib/crypto, made by Java's own cryptography (SunJCE), which shares no code
// with Node's OpenSSL or with jose. The same input gives the same files, byte for byte. Run from the
// root of the repository with a JDK 17 or later:
//
//   java -Dfile.encoding=UTF-8 lib/crypto/vectors/make-vectors.java lib/crypto/vectors
//
// Every vector was also opened with other tools: GCM and JWE with Python's `cryptography` 48, CBC with
// `openssl enc -d -aes-256-cbc`.

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

final class MakeVectors {
  static final HexFormat HEX = HexFormat.of();
  static final Base64.Encoder BASE64 = Base64.getEncoder();
  static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  public static void main(String[] arguments) throws IOException, GeneralSecurityException {
    Path folder = Path.of(arguments[0]);
    Files.writeString(folder.resolve("content.json"), contentVectors());
    Files.writeString(folder.resolve("vault.json"), vaultVectors());
  }

  static Map<String, String> plaintexts() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("empty", "");
    texts.put("one letter", "a");
    texts.put("one emoji", "🪷");
    texts.put("several scripts", "Größe, naïve, עברית, العربية, हिन्दी, 日本語, Ελληνικά");
    texts.put("joined and combining", "👩‍👩‍👧‍👦 e\u0301 \u0000 \uFEFF");
    texts.put("byte order mark first", "\uFEFFkept");
    texts.put("markdown", "# Coffee\n\n- flat white, *no* sugar\r\n- \"oat\" \\ `milk`\n");
    texts.put("looks encrypted", "00112233445566778899aabb:00112233445566778899aabbccddeeff:00");
    for (int length : new int[] {15, 16, 17, 31, 32, 33}) texts.put(length + " bytes", "m".repeat(length));
    texts.put("long", "Prefers trains to planes – even at night. 🚆\n".repeat(60));
    return texts;
  }

  // Content of a memory: lib/crypto/content-layouts.ts describes the layouts.

  static String contentVectors() throws GeneralSecurityException {
    byte[] key = seeded("content key", 32);
    List<Map<String, Object>> vectors = new ArrayList<>();
    for (var text : plaintexts().entrySet()) {
      byte[] plain = text.getValue().getBytes(StandardCharsets.UTF_8);
      for (String layout : List.of("gcm-hex", "gcm-base64", "json", "cbc-hex")) {
        byte[] iv = seeded(text.getKey() + layout, layout.equals("cbc-hex") ? 16 : 12);
        String stored = stored(layout, key, iv, plain);
        vectors.add(vector(text.getKey(), layout, text.getValue(), stored));
      }
    }
    String text = plaintexts().get("several scripts");
    for (var variant : variants(key, text.getBytes(StandardCharsets.UTF_8)).entrySet()) {
      String layout = variant.getValue().startsWith("{") ? "json" : variant.getKey().split(",")[0];
      vectors.add(vector(variant.getKey(), layout, text, variant.getValue()));
    }
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("key", HEX.formatHex(key));
    file.put("vectors", vectors);
    return json(file, "") + "\n";
  }

  static String stored(String layout, byte[] key, byte[] iv, byte[] plain) throws GeneralSecurityException {
    if (layout.equals("cbc-hex")) return HEX.formatHex(iv) + ":" + HEX.formatHex(cbc(key, iv, plain));
    Sealed sealed = gcm(key, iv, plain, new byte[0]);
    return switch (layout) {
      case "gcm-hex" -> gcmHex(iv, sealed);
      case "gcm-base64" -> BASE64.encodeToString(concat(iv, sealed.ciphertext(), sealed.tag()));
      default -> envelope("tag", "content", HEX::formatHex, iv, sealed);
    };
  }

  /** The spellings that other software may use for the same layouts. */
  static Map<String, String> variants(byte[] key, byte[] plain) throws GeneralSecurityException {
    Map<String, String> stored = new LinkedHashMap<>();
    byte[] iv = seeded("variants", 12);
    byte[] longIv = seeded("variants", 16);
    Sealed sealed = gcm(key, iv, plain, new byte[0]);
    Sealed sealedLong = gcm(key, longIv, plain, new byte[0]);
    stored.put("gcm-hex, upper case", gcmHex(iv, sealed).toUpperCase());
    stored.put("gcm-hex, 16-byte IV", gcmHex(longIv, sealedLong));
    stored.put("cbc-hex, upper case", stored("cbc-hex", key, longIv, plain).toUpperCase());
    for (String tag : List.of("tag", "authTag"))
      for (String content : List.of("content", "ciphertext", "data")) {
        String members = "json, " + tag + " and " + content;
        stored.put(members + ", hex", envelope(tag, content, HEX::formatHex, iv, sealed));
        stored.put(members + ", base64", envelope(tag, content, BASE64::encodeToString, iv, sealed));
      }
    stored.put("json, 16-byte IV", envelope("tag", "data", BASE64::encodeToString, longIv, sealedLong));
    String annotated = envelope("authTag", "data", HEX::formatHex, iv, sealed);
    stored.put("json, more members and white space", " " + annotated.replace("{", "{\n  \"v\": 1, "));
    return stored;
  }

  static String gcmHex(byte[] iv, Sealed sealed) {
    return HEX.formatHex(iv) + ":" + HEX.formatHex(sealed.tag()) + ":" + HEX.formatHex(sealed.ciphertext());
  }

  interface Encoding {
    String encode(byte[] bytes);
  }

  static String envelope(String tag, String content, Encoding encoding, byte[] iv, Sealed sealed) {
    return "{\"iv\":\"" + encoding.encode(iv) + "\",\"" + tag + "\":\"" + encoding.encode(sealed.tag())
        + "\",\"" + content + "\":\"" + encoding.encode(sealed.ciphertext()) + "\"}";
  }

  static Map<String, Object> vector(String name, String layout, String plaintext, String stored) {
    Map<String, Object> vector = new LinkedHashMap<>();
    vector.put("name", name);
    vector.put("layout", layout);
    vector.put("plaintext", plaintext);
    vector.put("stored", stored);
    return vector;
  }

  // The vault: compact JWE (RFC 7516) with A256GCMKW (RFC 7518, section 4.7) and A256GCM.

  static String vaultVectors() throws GeneralSecurityException {
    String[] kids = {"2026-01", "old_key"};
    List<Map<String, Object>> vectors = new ArrayList<>();
    for (String kid : kids)
      for (var text : plaintexts().entrySet()) vectors.add(sealedVector(kid, text.getKey(), text.getValue()));
    List<String> entries = new ArrayList<>();
    for (String kid : kids) entries.add(kid + ":" + BASE64.encodeToString(seeded("vault " + kid, 32)));
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("keys", String.join(",", entries));
    file.put("vectors", vectors);
    return json(file, "") + "\n";
  }

  static Map<String, Object> sealedVector(String kid, String name, String plaintext)
      throws GeneralSecurityException {
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("table", "Connection");
    context.put("column", "memoryKey");
    context.put("userId", "cm8r8ny2i001mm24853tqfd62");
    byte[] contentKey = seeded(kid + name + "content key", 32);
    byte[] wrapIv = seeded(kid + name + "wrap", 12);
    Sealed wrapped = gcm(seeded("vault " + kid, 32), wrapIv, contentKey, new byte[0]);
    String header = "{\"alg\":\"A256GCMKW\",\"enc\":\"A256GCM\",\"kid\":\"" + kid + "\",\"ctx\":\""
        + String.join("|", context.values().toArray(new String[0])) + "\",\"crit\":[\"ctx\"],\"iv\":\""
        + BASE64URL.encodeToString(wrapIv) + "\",\"tag\":\"" + BASE64URL.encodeToString(wrapped.tag()) + "\"}";
    String encodedHeader = BASE64URL.encodeToString(header.getBytes(StandardCharsets.UTF_8));
    byte[] iv = seeded(kid + name + "iv", 12);
    byte[] authenticated = encodedHeader.getBytes(StandardCharsets.US_ASCII);
    Sealed sealed = gcm(contentKey, iv, plaintext.getBytes(StandardCharsets.UTF_8), authenticated);
    Map<String, Object> vector = new LinkedHashMap<>();
    vector.put("name", name + ", " + kid);
    vector.put("kid", kid);
    vector.put("context", context);
    vector.put("plaintext", plaintext);
    vector.put("sealed", String.join(".", encodedHeader, BASE64URL.encodeToString(wrapped.ciphertext()),
        BASE64URL.encodeToString(iv), BASE64URL.encodeToString(sealed.ciphertext()),
        BASE64URL.encodeToString(sealed.tag())));
    return vector;
  }

  // Ciphers

  record Sealed(byte[] ciphertext, byte[] tag) {}

  static Sealed gcm(byte[] key, byte[] iv, byte[] plain, byte[] authenticated) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, iv));
    cipher.updateAAD(authenticated);
    byte[] both = cipher.doFinal(plain);
    int length = both.length - 16;
    return new Sealed(Arrays.copyOf(both, length), Arrays.copyOfRange(both, length, both.length));
  }

  static byte[] cbc(byte[] key, byte[] iv, byte[] plain) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
    return cipher.doFinal(plain);
  }

  /** Keys and IVs of the vectors: a digest of their name, for nothing here is secret. */
  static byte[] seeded(String name, int length) throws GeneralSecurityException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
    return Arrays.copyOf(digest, length);
  }

  static byte[] concat(byte[]... parts) {
    byte[] whole = new byte[0];
    for (byte[] part : parts) {
      int start = whole.length;
      whole = Arrays.copyOf(whole, start + part.length);
      System.arraycopy(part, 0, whole, start, part.length);
    }
    return whole;
  }

  // JSON as the repository formats it

  static String json(Object value, String indent) {
    String inner = indent + "  ";
    List<String> lines = new ArrayList<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, member) -> lines.add(inner + quote(name.toString()) + ": " + json(member, inner)));
      return "{\n" + String.join(",\n", lines) + "\n" + indent + "}";
    }
    if (value instanceof List<?> list) {
      list.forEach(member -> lines.add(inner + json(member, inner)));
      return "[\n" + String.join(",\n", lines) + "\n" + indent + "]";
    }
    return quote(value.toString());
  }

  static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char unit : text.toCharArray()) {
      if (unit == '"' || unit == '\\') quoted.append('\\').append(unit);
      else if (unit < ' ' || unit > '~') quoted.append(String.format("\\u%04x", (int) unit));
      else quoted.append(unit);
    }
    return quoted.append('"').toString();
  }
}
