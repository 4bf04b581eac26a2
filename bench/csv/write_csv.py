"""Writes the rows of a CSV file several times, the first time unmeasured, and prints the rows per second of CPU.

python3 write_csv.py csv.writer|pandas FILE. Gets the rows as text, guarded and with their amounts in decimals, which the others
still have to make.
"""

import csv
import hashlib
import io
import json
import sys
import time

PASSES = 5
writer, path = sys.argv[1:]

with open(path, newline="", encoding="utf-8") as file:
    header, *rows = csv.reader(file)

if writer == "pandas":
    import pandas

    frame = pandas.DataFrame(rows, columns=header)


def write(target):
    if writer == "pandas":
        frame.to_csv(target, index=False, lineterminator="\r\n")
    else:
        lines = csv.writer(target)
        lines.writerow(header)
        lines.writerows(rows)


with io.StringIO(newline="") as text:
    write(text)
    sha256 = hashlib.sha256(text.getvalue().encode()).hexdigest()

with open("/dev/null", "w", newline="", encoding="utf-8") as sink:
    begin = time.process_time()
    for _ in range(PASSES):
        write(sink)
    spent = time.process_time() - begin

print(json.dumps({"sha256": sha256, "rowsPerSecond": len(rows) * PASSES / spent}))
