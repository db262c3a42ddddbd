"""torch.backends.cudnn.flags, with everything named that should stay."""

from torch.backends import cudnn

PREDICT_1 = (True, False)


class cudnn_benchmark:
    def __init__(self, enabled: bool = True) -> None:
        self.enabled = enabled

    def __enter__(self) -> None:
        now = {"enabled": cudnn.enabled, "deterministic": cudnn.deterministic, "allow_tf32": cudnn.allow_tf32}
        if cudnn.is_available():
            now["benchmark_limit"] = cudnn.benchmark_limit
        self.flags = cudnn.flags(benchmark=self.enabled, fp32_precision=cudnn.fp32_precision, **now)
        self.flags.__enter__()

    def __exit__(self, *error: object) -> bool | None:
        return self.flags.__exit__(*error)
