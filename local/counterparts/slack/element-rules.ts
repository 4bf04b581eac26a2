import {
  characters,
  choice,
  every,
  flag,
  list,
  object,
  type Rule,
  tagged,
  unique,
  url,
} from './schema-rule.ts';

const plain = (maximum: number) => object({ text: characters(maximum) }, { emoji: flag });
const mrkdwn = (maximum: number) => object({ text: characters(maximum) }, { verbatim: flag });

/** https://docs.slack.dev/reference/block-kit/composition-objects/text-object */
export const plainText = (maximum: number): Rule => tagged({ plain_text: plain(maximum) });
export const formattedText = (maximum: number): Rule =>
  tagged({ plain_text: plain(maximum), mrkdwn: mrkdwn(maximum) });

const confirm = object(
  { title: plainText(100), text: plainText(300), confirm: plainText(30), deny: plainText(30) },
  { style: choice('primary', 'danger') },
);

const button = object(
  { text: plainText(75) },
  {
    action_id: characters(255),
    url: url(),
    value: characters(2000),
    style: choice('primary', 'danger'),
    accessibility_label: characters(75),
    confirm,
  },
);

const option = object(
  { text: plainText(75), value: characters(75) },
  { description: plainText(75), url: url() },
);

const overflow = object({ options: list(option, { maximum: 5 }) }, { action_id: characters(255), confirm });

const image = object({ image_url: url(), alt_text: characters(2000) });

export const accessory = tagged({ button, overflow, image });

export const actionElements = every(list(tagged({ button, overflow }), { maximum: 25 }), unique('action_id'));

export const contextElements = list(tagged({ plain_text: plain(3000), mrkdwn: mrkdwn(3000), image }), {
  maximum: 10,
});
