import {
  characters,
  choice,
  every,
  flag,
  list,
  object,
  type Rule,
  satisfying,
  tagged,
  url,
} from './schema-rule.ts';

// https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
const DATE_TOKEN =
  /^(day_divider_pretty|date(_num|_slash|_long_full|(_long|_short)?(_pretty)?)|time(_secs)?|ago)$/;
const EMOJI = /^[a-z0-9_'+-]+(::skin-tone-[2-6])?$/;

const style = object({}, { bold: flag, italic: flag, strike: flag, underline: flag, code: flag });
const styled = (required: Record<string, Rule>, optional: Record<string, Rule> = {}) =>
  object(required, { ...optional, style });

function hasKnownTokens(format: unknown): boolean {
  const tokens = [...String(format).matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '');
  return tokens.length > 0 && tokens.every((token) => DATE_TOKEN.test(token));
}

const text = styled({ text: characters() });
const link = styled({ url: url() }, { text: characters(), unsafe: flag });
const date = styled(
  {
    timestamp: satisfying('must provide an integer', Number.isInteger),
    format: every(characters(), satisfying('must hold known date tokens', hasKnownTokens)),
  },
  { fallback: characters(), url: url() },
);
const emoji = object(
  { name: satisfying('must be an emoji name', (name) => typeof name === 'string' && EMOJI.test(name)) },
  { unicode: characters(), style },
);
const mentions = {
  broadcast: styled({ range: choice('here', 'channel', 'everyone') }),
  channel: styled({ channel_id: characters() }),
  color: styled({ value: characters() }),
  team: styled({ team_id: characters() }),
  user: styled({ user_id: characters() }),
  usergroup: styled({ usergroup_id: characters() }),
};

const inline = list(tagged({ text, link, date, emoji, ...mentions }));
const section = object({ elements: inline });
const border = choice(0, 1);
const level = choice(0, 1, 2, 3, 4, 5, 6, 7, 8);

/** The `elements` of a `rich_text` block. Slack refuses empty lists and empty strings anywhere in it. */
export const richTextElements = list(
  tagged({
    rich_text_section: section,
    rich_text_list: object(
      { elements: list(tagged({ rich_text_section: section })), style: choice('bullet', 'ordered') },
      { indent: level, offset: satisfying('must provide an integer', Number.isInteger), border },
    ),
    rich_text_quote: object({ elements: inline }, { border }),
    rich_text_preformatted: object({ elements: list(tagged({ text, link })) }, { border }),
  }),
);
