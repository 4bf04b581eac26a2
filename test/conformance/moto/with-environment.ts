/** Does something while variables are set: functions find their endpoint, Region and credentials in these. */
export async function withEnvironment<Result>(
  variables: Record<string, string | undefined>,
  run: () => Promise<Result>,
): Promise<Result> {
  const former = Object.fromEntries(Object.keys(variables).map((name) => [name, process.env[name]]));
  setAll(variables);
  try {
    return await run();
  } finally {
    setAll(former);
  }
}

function setAll(variables: Record<string, string | undefined>): void {
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}
