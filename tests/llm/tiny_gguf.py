"""A whole language model in half a megabyte: random weights, real format, made on the spot."""

import re
from pathlib import Path

import gguf
import numpy as np

CONTEXT = 8192
WIDTH, FEED_FORWARD, HEADS, REMEMBERED = 64, 128, 1, 3

TEMPLATE = (
    "{% for m in messages %}<{{ m['role'] }}>{{ m['content'] }}</s>{% endfor %}"
    "{% if add_generation_prompt %}<assistant>{% endif %}"
)


def write_tiny_gguf(
    path: Path,
    *,
    context: int = CONTEXT,
    seed: int = 1,
    prose: str = "",
    template: str = TEMPLATE,
    hybrid: bool = False,
) -> Path:
    """Write a model that knows nothing, and return its path.

    Its text is noise, but every part of llama.cpp works on it as on a real one.

    Args:
        path: Where to write it.
        context: Tokens that it can read.
        seed: Which random weights.
        prose: Text whose words become tokens, as in a real vocabulary; without it every byte is a token.
        template: Its chat template.
        hybrid: Whether it has a block that carries a state along before the one that attends, as LFM2 and others do.
    """
    tokens, kinds, scores = _vocabulary(prose)
    writer = gguf.GGUFWriter(str(path), "lfm2" if hybrid else "llama")
    writer.add_name("tiny")
    writer.add_context_length(context)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(2 if hybrid else 1)
    writer.add_feed_forward_length(FEED_FORWARD)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv([0, HEADS] if hybrid else HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(WIDTH // HEADS)
    writer.add_vocab_size(len(tokens))
    writer.add_tokenizer_model("llama")
    writer.add_token_list(tokens)
    writer.add_token_scores(scores)
    writer.add_token_types(kinds)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_unk_token_id(0)
    writer.add_chat_template(template)
    if hybrid:
        writer.add_shortconv_l_cache(REMEMBERED)
    _add_weights(writer, len(tokens), np.random.default_rng(seed), hybrid=hybrid)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def _vocabulary(prose: str) -> tuple[list[bytes], list[int], list[float]]:
    """Return 3 control tokens, the 256 bytes, printable ASCII and the beginnings of words; their kinds and scores."""
    control = [b"<unk>", b"<s>", b"</s>"]
    raw = [f"<0x{byte:02X}>".encode() for byte in range(256)]
    printable = ["▁".encode(), *(bytes([code]) for code in range(33, 127))]
    words = {f"▁{word}" for word in re.findall(r"[A-Za-z]{2,}", prose)}
    starts = sorted({word[:end].encode() for word in words for end in range(2, len(word) + 1)})
    kinds = [gguf.TokenType.UNKNOWN, *[gguf.TokenType.CONTROL] * 2, *[gguf.TokenType.BYTE] * len(raw)]
    kinds += [gguf.TokenType.NORMAL] * len(printable + starts)
    scores = [0.0] * len(control + raw + printable) + [float(len(start)) for start in starts]
    return [*control, *raw, *printable, *starts], kinds, scores


def _add_weights(writer: gguf.GGUFWriter, words: int, random: np.random.Generator, *, hybrid: bool) -> None:
    def noise(name: str, *shape: int) -> None:
        writer.add_tensor(f"{name}.weight", (random.standard_normal(shape) * 0.1).astype(np.float32))

    def flat(name: str, size: int = WIDTH) -> None:
        writer.add_tensor(f"{name}.weight", np.ones(size, dtype=np.float32))

    noise("token_embd", words, WIDTH)
    flat("token_embd_norm" if hybrid else "output_norm")
    noise("output", words, WIDTH)
    for block, attends in enumerate([False, True] if hybrid else [True]):
        flat(f"blk.{block}.attn_norm")
        if attends:
            for part in ("attn_q", "attn_k", "attn_v", "attn_output"):
                noise(f"blk.{block}.{part}", WIDTH, WIDTH)
        else:
            noise(f"blk.{block}.shortconv.conv", WIDTH, REMEMBERED)
            noise(f"blk.{block}.shortconv.in_proj", 3 * WIDTH, WIDTH)
            noise(f"blk.{block}.shortconv.out_proj", WIDTH, WIDTH)
        if attends and hybrid:
            flat(f"blk.{block}.attn_q_norm", WIDTH // HEADS)
            flat(f"blk.{block}.attn_k_norm", WIDTH // HEADS)
        flat(f"blk.{block}.ffn_norm")
        noise(f"blk.{block}.ffn_gate", FEED_FORWARD, WIDTH)
        noise(f"blk.{block}.ffn_up", FEED_FORWARD, WIDTH)
        noise(f"blk.{block}.ffn_down", WIDTH, FEED_FORWARD)
