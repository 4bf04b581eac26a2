-- What a team costs
-- The costs of one value of a tag, month by month.
-- Parameters: the key of the tag, its value ('team', 'payments').
-- Unblended, with credits and refunds. What is shared and not tagged with the value is not in it.
WITH asked AS (
  SELECT CAST(? AS varchar) AS key, CAST(? AS varchar) AS value
)
SELECT month, currency, sum(CAST(amount AS decimal(38, 10))) AS cost, bool_or(estimated) AS estimated
FROM tags_monthly CROSS JOIN asked
WHERE basis = 'unblended' AND tag_key = key AND tag_value = value
GROUP BY month, currency
ORDER BY month
