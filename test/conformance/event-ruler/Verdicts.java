import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import software.amazon.event.ruler.Machine;

/** For each line {"pattern": …, "event": …}: true or false, or "invalid" where the pattern is refused. */
public class Verdicts {
  public static void main(String[] arguments) throws Exception {
    ObjectMapper json = new ObjectMapper();
    InputStreamReader input = new InputStreamReader(System.in, StandardCharsets.UTF_8);
    for (String line : new BufferedReader(input).lines().toList()) {
      JsonNode question = json.readTree(line);
      System.out.println(verdict(question.get("pattern").toString(), question.get("event").toString()));
    }
  }

  private static String verdict(String pattern, String event) throws Exception {
    Machine machine = new Machine();
    try {
      machine.addRule("rule", pattern);
    } catch (IOException | IllegalArgumentException refusal) {
      return "\"invalid\"";
    }
    return String.valueOf(!machine.rulesForJSONEvent(event).isEmpty());
  }
}
