/* One direction of an LSTM layer over a padded batch, forwards and backwards, for training on a CPU.
 * PyTorch's own CPU loop spends most of its time between operations; this one calls BLAS once a step.
 * Layout: [time][batch][width], row-major. Sentences are sorted by falling length; active[t] rows are alive at step t.
 * gates: [time][batch][4H] in the order input, forget, cell, output; holds the projected inputs on entry. */
#include <math.h>
#include <string.h>

enum { ROW_MAJOR = 101, PLAIN = 111, TRANSPOSED = 112 };
void cblas_sgemm(int, int, int, int, int, int, float, const float *, int, const float *, int, float, float *, int);

/* The state before the first step. */
static const float nothing[4096];

static inline float sigmoid(float x) { return 1.0f / (1.0f + expf(-x)); }

void forward(int T, int B, int H, int backwards, const int *active, const float *recurrent,
             float *gates, float *c, float *tc, float *h) {
  for (int s = 0; s < T; s++) {
    int t = backwards ? T - 1 - s : s, before = backwards ? t + 1 : t - 1, n = active[t];
    int known = s == 0 ? 0 : (active[before] < n ? active[before] : n);
    float *g = gates + (long)t * B * 4 * H;
    const float *c0 = s == 0 ? nothing : c + (long)before * B * H;
    if (known) cblas_sgemm(ROW_MAJOR, PLAIN, TRANSPOSED, known, 4 * H, H, 1.0f, h + (long)before * B * H, H, recurrent, H, 1.0f, g, 4 * H);
    for (int b = 0; b < n; b++) {
      float *restrict gi = g + (long)b * 4 * H, *restrict gf = gi + H, *restrict gz = gf + H, *restrict go = gz + H;
      float *restrict cb = c + ((long)t * B + b) * H, *restrict tb = tc + ((long)t * B + b) * H, *restrict hb = h + ((long)t * B + b) * H;
      const float *restrict cp = b < known ? c0 + (long)b * H : nothing;
      for (int k = 0; k < H; k++) {
        float i = sigmoid(gi[k]), f = sigmoid(gf[k]), z = 2.0f * sigmoid(2.0f * gz[k]) - 1.0f, o = sigmoid(go[k]);
        float v = i * z + f * cp[k], w = 2.0f * sigmoid(2.0f * v) - 1.0f;
        gi[k] = i; gf[k] = f; gz[k] = z; go[k] = o;
        cb[k] = v; tb[k] = w; hb[k] = o * w;
      }
    }
  }
}

/* gates, c, tc as forward left them; dh is the gradient of h. Writes the gradient of the projected inputs over `gates`.
 * dnext, dc: scratch [batch][H], zero on entry. */
void backward(int T, int B, int H, int backwards, const int *active, const float *recurrent,
              float *gates, const float *c, const float *tc, const float *dh, float *dnext, float *dc) {
  for (int s = T - 1; s >= 0; s--) {
    int t = backwards ? T - 1 - s : s, before = backwards ? t + 1 : t - 1, n = active[t];
    int known = s == 0 ? 0 : (active[before] < n ? active[before] : n);
    float *g = gates + (long)t * B * 4 * H;
    for (int b = 0; b < n; b++) {
      float *restrict gi = g + (long)b * 4 * H, *restrict gf = gi + H, *restrict gz = gf + H, *restrict go = gz + H;
      float *restrict d = dc + (long)b * H;
      const float *restrict up = dh + ((long)t * B + b) * H, *restrict next = dnext + (long)b * H;
      const float *restrict w = tc + ((long)t * B + b) * H, *restrict cp = b < known ? c + ((long)before * B + b) * H : nothing;
      for (int k = 0; k < H; k++) {
        float i = gi[k], f = gf[k], z = gz[k], o = go[k], dhk = up[k] + next[k];
        float dck = d[k] + dhk * o * (1.0f - w[k] * w[k]);
        gi[k] = dck * z * i * (1.0f - i);
        gf[k] = dck * cp[k] * f * (1.0f - f);
        gz[k] = dck * i * (1.0f - z * z);
        go[k] = dhk * w[k] * o * (1.0f - o);
        d[k] = dck * f;
      }
    }
    if (known) cblas_sgemm(ROW_MAJOR, PLAIN, PLAIN, known, H, 4 * H, 1.0f, g, 4 * H, recurrent, H, 0.0f, dnext, H);
    if (n > known) memset(dnext + (long)known * H, 0, sizeof(float) * H * (n - known));
    if (n > known) memset(dc + (long)known * H, 0, sizeof(float) * H * (n - known));
    if (n < B) memset(g + (long)n * 4 * H, 0, sizeof(float) * 4 * H * (B - n));
  }
}
