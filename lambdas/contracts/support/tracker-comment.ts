/** A comment of a tracker's item as it stands. `author`: the login of who wrote it. `at`: when, ISO 8601. */
export type TrackerComment = { id: string; author: string; body: string; at: string };
