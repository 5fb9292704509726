using System.Text.Json;
using Microsoft.Playwright;

namespace CoBrowse.Tests.EndToEnd.Pictures;

/// <summary>How two screenshots differ. <paramref name="Ratio"/> is differing pixels over all; 1 where the sizes differ.</summary>
internal sealed record PictureComparison(double Ratio, int Width, int Height, byte[]? Difference)
{
    /// <summary>
    /// Compares two PNGs in a blank page of the browser, which decodes them. A pixel differs when a channel is more
    /// than 32 of 255 away from the other picture's at that place and at its neighbours: text that is shifted by a
    /// fraction of a pixel is not a difference, a missing word is.
    /// </summary>
    /// <param name="browser">Decodes them.</param>
    /// <param name="source">The one.</param>
    /// <param name="replica">The other.</param>
    /// <param name="pictured">Whether the differences are drawn, too, which takes longer than to find them.</param>
    public static async Task<PictureComparison> OfAsync(IBrowser browser, byte[] source, byte[] replica, bool pictured)
    {
        var page = await browser.NewPageAsync();
        try
        {
            var answer = await page.EvaluateAsync<JsonElement>(Script, new object[] { Convert.ToBase64String(source), Convert.ToBase64String(replica), pictured });
            return new PictureComparison(
                answer.GetProperty("ratio").GetDouble(),
                answer.GetProperty("width").GetInt32(),
                answer.GetProperty("height").GetInt32(),
                pictured ? Convert.FromBase64String(answer.GetProperty("picture").GetString()!) : null);
        }
        finally { await page.CloseAsync(); }
    }

    private const string Script = """
        async ([source, replica, pictured]) => {
          const read = async (base64) => {
            const image = new Image();
            image.src = 'data:image/png;base64,' + base64;
            await image.decode();
            const canvas = new OffscreenCanvas(image.width, image.height);
            const context = canvas.getContext('2d');
            context.drawImage(image, 0, 0);
            return context.getImageData(0, 0, image.width, image.height);
          };
          const [a, b] = [await read(source), await read(replica)];
          const { width, height } = a;
          const differing = [];
          const sameSize = width === b.width && height === b.height;
          const near = (i, x, y) => {
            for (let dy = -1; dy <= 1; dy++)
              for (let dx = -1; dx <= 1; dx++) {
                const [u, v] = [x + dx, y + dy];
                if (u < 0 || v < 0 || u >= width || v >= height) continue;
                const j = (v * width + u) * 4;
                if (Math.abs(a.data[i] - b.data[j]) <= 32 && Math.abs(a.data[i + 1] - b.data[j + 1]) <= 32 &&
                    Math.abs(a.data[i + 2] - b.data[j + 2]) <= 32) return true;
              }
            return false;
          };
          if (sameSize) {
            const [pixels, others] = [a, b].map(({ data }) => new Uint32Array(data.buffer));
            for (let p = 0; p < pixels.length; p++)
              if (pixels[p] !== others[p] && !near(p * 4, p % width, Math.floor(p / width))) differing.push(p * 4);
          }
          const draw = () => {
            const canvas = document.createElement('canvas');
            Object.assign(canvas, { width, height });
            for (let i = 3; i < a.data.length; i += 4) a.data[i] = 60;
            for (const i of differing) a.data.set([255, 0, 80, 255], i);
            canvas.getContext('2d').putImageData(a, 0, 0);
            return canvas.toDataURL('image/png').split(',')[1];
          };
          return {
            ratio: sameSize ? differing.length / (width * height) : 1, width, height,
            picture: pictured ? draw() : null,
          };
        }
        """;
}
