// Nothing to call: see CICUData.S.
