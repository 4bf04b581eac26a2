/** What GitHub takes of one; AWS takes 150 MB. One at a time is in memory. */
export const MOST_FILE_BYTES = 25 * 1024 * 1024;
/** Of a text, which is looked through: some seconds. */
export const MOST_TEXT_BYTES = 5 * 1024 * 1024;
/** AddCommunicationToCase takes as many. */
export const MOST_FILES = 10;
