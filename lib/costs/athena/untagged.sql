-- What is untagged
-- How much of each month has no value of a tag, for each tag of the settings, the newest month first.
-- Unblended usage and fees alone. A tag that was never activated in the Billing console is untagged by all of it;
-- what AWS cannot tag at all (tax, support) counts as untagged too.
WITH costs AS (
  SELECT tag_key, tag_value, month, CAST(amount AS decimal(38, 10)) AS cost
  FROM tags_monthly
  WHERE basis = 'unblended' AND record_type NOT IN ('Credit', 'Refund')
),
summed AS (
  SELECT
    month,
    tag_key,
    sum(CASE WHEN tag_value = '' THEN cost ELSE 0 END) AS untagged,
    sum(cost) AS total
  FROM costs
  GROUP BY month, tag_key
)
SELECT
  month,
  tag_key,
  untagged,
  total,
  CAST(round(100 * CAST(untagged AS double) / CAST(nullif(total, 0) AS double), 1) AS decimal(6, 1)) AS percent
FROM summed
ORDER BY month DESC, tag_key
