-- Accounts that grew
-- Which accounts cost more, or less, in one month than in another, the largest change first.
-- Parameters: the earlier month, the later month ('2026-09', '2026-10').
-- Unblended costs with credits and refunds; a month that is not over counts as far as it has come.
WITH asked AS (
  SELECT CAST(? AS varchar) AS earlier, CAST(? AS varchar) AS later
),
costs AS (
  SELECT account, account_name, month, CAST(amount AS decimal(38, 10)) AS cost
  FROM accounts_monthly
  WHERE basis = 'unblended'
),
compared AS (
  SELECT
    account,
    max(account_name) AS account_name,
    sum(CASE WHEN month = earlier THEN cost ELSE 0 END) AS before,
    sum(CASE WHEN month = later THEN cost ELSE 0 END) AS after
  FROM costs CROSS JOIN asked
  WHERE month IN (earlier, later)
  GROUP BY account
)
SELECT account, account_name, before, after, after - before AS change
FROM compared
ORDER BY abs(after - before) DESC, account
