"""How the trees of the splitter are boosted, each kind by its settings for lightgbm."""

from __future__ import annotations

COMMON = {
    "n_jobs": 1,
    "seed": 1,
    "deterministic": True,
    "verbose": -1,
    "subsample_freq": 1,
    "subsample": 0.7,
    "colsample_bytree": 0.4,
}
SCREEN = COMMON | {
    "n_estimators": 60,
    "num_leaves": 8,
    "learning_rate": 0.15,
    "min_child_samples": 40,
    "reg_lambda": 10,
}
RANK = COMMON | {
    "objective": "lambdarank",
    "n_estimators": 80,
    "num_leaves": 12,
    "learning_rate": 0.1,
    "min_child_samples": 20,
    "reg_lambda": 5,
    "lambdarank_truncation_level": 3,
}
PLACE = RANK | {"n_estimators": 300, "num_leaves": 16, "learning_rate": 0.06}
STORY = COMMON | {
    "n_estimators": 400,
    "num_leaves": 16,
    "learning_rate": 0.05,
    "min_child_samples": 40,
    "reg_lambda": 10,
    "colsample_bytree": 0.25,
}
