/** The languages that Trusted Advisor speaks, in both its APIs. */
export const LANGUAGES = ['zh', 'zh_TW', 'en', 'fr', 'de', 'id', 'it', 'ja', 'ko', 'pt_BR', 'es'];
