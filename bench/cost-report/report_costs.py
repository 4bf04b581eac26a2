"""The cost report of many accounts as people write it with pandas: answers of Cost Explorer in, one workbook out.

python3 report_costs.py rows|months FOLDER. `rows`: a row for each month, key, kind of charge and basis, as Reeve's
tables have them. `months`: the months side by side, a column each. Prints the CPU time from the start of the process.
"""

import glob
import gzip
import json
import sys
import time

import pandas as pd

BASES = {
    "UnblendedCost": "unblended",
    "AmortizedCost": "amortized",
    "NetUnblendedCost": "net_unblended",
    "NetAmortizedCost": "net_amortized",
}
MEASURES = {
    "Usage": "usage",
    "SavingsPlanCoveredUsage": "usage",
    "Tax": "tax",
    "Credit": "credits",
    "Refund": "refunds",
}
ALL_MEASURES = [
    "usage",
    "commitment_fees",
    "upfront_fees",
    "negation",
    "discounts",
    "tax",
    "support",
    "other",
    "gross",
    "credits",
    "refunds",
    "net",
]
PERIOD = ["period_start", "period_end", "currency", "estimated", "fetched_at"]
form, folder = sys.argv[1:]


def read_lines(query, key):
    """A line for each group of each month, an amount for each basis."""
    lines, names = [], {}
    for path in sorted(glob.glob(f"{folder}/raw/query={query}-*/**/page-*.json.gz", recursive=True)):
        with gzip.open(path) as file:
            page = json.load(file)
        answer = page["answer"]
        for attributes in answer["DimensionValueAttributes"]:
            names[attributes["Value"]] = attributes["Attributes"]["description"]
        for result in answer["ResultsByTime"]:
            start, end = result["TimePeriod"]["Start"], result["TimePeriod"]["End"]
            estimated = result["Estimated"]
            for group in result["Groups"]:
                metrics = group["Metrics"]
                lines.append(
                    (start, end, *group["Keys"], metrics["UnblendedCost"]["Unit"], estimated, page["fetchedAt"])
                    + tuple(float(metrics[metric]["Amount"]) for metric in BASES)
                )
    columns = ["period_start", "period_end", key, "record_type", "currency", "estimated", "fetched_at"]
    frame = pd.DataFrame(lines, columns=columns + list(BASES.values()))
    frame.insert(2, "granularity", "MONTHLY")
    if names:
        frame.insert(4, "account_name", frame[key].map(names))
    return frame


def total_of(services):
    """Sums by measure, also of those that nothing counts for; gross is without credits and refunds."""
    measure = services["record_type"].map(MEASURES)
    sums = services.groupby(PERIOD + [measure.rename("measure")])[list(BASES.values())].sum().reset_index()
    parts = [sums]
    for name, part in {"gross": sums[~sums["measure"].isin(["credits", "refunds"])], "net": sums}.items():
        parts.append(part.groupby(PERIOD)[list(BASES.values())].sum().reset_index().assign(measure=name))
    periods = sums[PERIOD].drop_duplicates()
    every = periods.merge(pd.DataFrame({"measure": ALL_MEASURES}), how="cross")
    total = every.merge(pd.concat(parts), how="left", on=PERIOD + ["measure"]).fillna(0.0)
    total.insert(2, "granularity", "MONTHLY")
    return total


def by_rows(frame, keys):
    columns = ["period_start", "period_end", "granularity", *keys, "currency", "estimated", "fetched_at"]
    tidy = frame.melt(columns, list(BASES.values()), "basis", "amount")
    order = ["period_start", "period_end", "granularity", *keys, "basis", "currency", "amount", "estimated", "fetched_at"]
    return tidy[order].sort_values(["period_start", *keys], kind="stable")


def by_months(frame, keys):
    tidy = frame.melt(["period_start", *keys], list(BASES.values()), "basis", "amount")
    table = tidy.pivot_table("amount", [*keys, "basis"], "period_start", "sum")
    return table.reset_index()


services = read_lines("services-monthly", "service")
sheets = {
    "total-monthly": (total_of(services), ["measure"]),
    "services-monthly": (services, ["service", "record_type"]),
    "accounts-monthly": (
        read_lines("accounts-monthly", "account"),
        ["account", "account_name", "record_type"],
    ),
    "regions-monthly": (read_lines("regions-monthly", "region"), ["region", "record_type"]),
}
written = {}
options = {"strings_to_formulas": False, "strings_to_urls": False}
with pd.ExcelWriter(f"{folder}/pandas.xlsx", engine="xlsxwriter", engine_kwargs={"options": options}) as book:
    for name, (frame, keys) in sheets.items():
        table = by_rows(frame, keys) if form == "rows" else by_months(frame, keys)
        table.to_excel(book, sheet_name=name, index=False)
        amounts = table["amount"] if form == "rows" else table.drop(columns=[*keys, "basis"])
        written[name] = {"rows": int(amounts.size), "sum": float(amounts.to_numpy().sum())}

print(json.dumps({"cpuSeconds": time.process_time(), "written": written}))
