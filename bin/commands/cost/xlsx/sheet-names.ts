const MOST_CHARACTERS = 31;

/** Names of sheets after those of tables: short enough, and each once whatever its case. */
export function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let chosen = name.slice(0, MOST_CHARACTERS);
    for (let count = 2; taken.has(chosen.toLowerCase()); count += 1) {
      const ending = ` ${count}`;
      chosen = name.slice(0, MOST_CHARACTERS - ending.length) + ending;
    }
    taken.add(chosen.toLowerCase());
    return chosen;
  });
}
