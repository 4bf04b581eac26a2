/** A tracker whose webhooks are received. */
export type HookSettings = {
  /** `ops`: the name in the settings, and the path of its URL. */
  tracker: string;
  /** `owner/name`: deliveries of others are left alone. */
  repository: string;
  /** Of the secret that GitHub signs with. */
  secretName: string;
};

/** `settings.json` beside tracker-hooks. */
export type TrackerHooksSettings = { hooks: HookSettings[] };
