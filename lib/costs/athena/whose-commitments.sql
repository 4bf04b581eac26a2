-- Whose commitment serves whom
-- What each account paid for commitments in a month, and what it used of them, whoever paid.
-- Parameter: the month ('2026-10').
-- Unblended. An account that uses more than it pays is served by others. Reservations and Savings Plans are not
-- told apart by who lent what to whom: AWS does not say so.
SELECT
  account,
  max(account_name) AS account_name,
  commitment,
  sum(CASE WHEN measure IN ('recurring_fee', 'upfront_fee') THEN CAST(amount AS decimal(38, 10)) ELSE 0 END) AS paid,
  sum(CASE WHEN measure = 'covered_usage' THEN CAST(amount AS decimal(38, 10)) ELSE 0 END) AS used
FROM commitment_use_monthly
WHERE basis = 'unblended' AND month = ?
GROUP BY account, commitment
ORDER BY used DESC, account
