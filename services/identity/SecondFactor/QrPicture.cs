using QRCoder;

namespace Journease.Identity.SecondFactor;

internal static class QrPicture
{
    private const int PixelsPerModule = 5;

    /// <summary>Drawn in the page itself, so that the secret is in no address. Dark on light also where the page is dark: cameras need it.</summary>
    public static string Draw(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(data);
        return picture.GetGraphic(PixelsPerModule, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
