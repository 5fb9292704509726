namespace CoBrowse.Sessions;

/// <summary>Words that are short, plain, and hard to mishear: 256 of a language, so that one byte picks one.</summary>
public static class WordList
{
    /// <summary>How many each language has.</summary>
    public const int Count = 256;

    private static readonly Dictionary<string, string[]> Languages = new(StringComparer.OrdinalIgnoreCase)
    {
        ["en"] = Read(English),
        ["de"] = Read(German),
    };

    private const string English =
        """
        acorn alley almond amber anchor apple apron arrow atlas autumn badge baker bamboo banana basil basket
        beach beacon bell bench berry birch biscuit blanket blossom boat bonnet book bottle bowl branch bread
        breeze brick bridge brook brush bubble bucket butter button cabin cactus camel camera candle canoe
        canvas carpet carrot castle cedar chair chalk cheese cherry chess chestnut cinema circle clay cliff
        clock cloud clover coast cobalt coconut coffee comet compass copper coral corner cotton crayon creek
        crown crystal cup curtain cushion daisy desert desk diamond dolphin donkey door drawer drum eagle echo
        elm ember evening falcon farm feather fence fern ferry fiddle field flag flute forest fountain fox
        garden gate ginger glass glove goose grape grass guitar harbour harp hazel hedge helmet heron hill honey
        horse iris island ivory ivy jacket jasmine jewel jungle juniper kettle kitchen kite ladder lake lamp
        lantern laurel lavender leaf lemon letter lily lime linen lizard locket mango maple marble market meadow
        melon mirror mitten moon morning moss mountain muffin museum music napkin nest nutmeg oak ocean olive
        orange orchard orchid otter owl paddle palace panda paper parrot pasta path peach pear pebble pencil
        piano picnic pillow pine planet plum pocket pond poppy potato puzzle quilt rabbit radio rain raven
        ribbon rice river robin rocket rose saddle saffron salad sand satin scarf school shell silk silver sky
        slipper snow sofa spoon spring squirrel stable star stone story sugar summer swan table tailor tea
        timber tomato tower train turtle valley vanilla velvet violin walnut water whale willow window winter
        wood zebra
        """;

    private const string German =
        """
        Abend Adler Ahorn Allee Amsel Anker Apfel Atlas Bach Bagger Ballon Banane Becher Berg Besen Biene Birke
        Birne Blatt Blume Boot Brief Brille Brot Brunnen Buche Buch Bucht Butter Dach Dampf Decke Delfin Distel
        Dorf Drachen Echo Efeu Eiche Eimer Eis Elch Ente Erbse Erde Ernte Esel Eule Falke Farbe Farn Feder Feige
        Feld Fenster Fichte Fisch Flasche Flieder Fluss Forelle Forst Frosch Fuchs Gabel Gans Garten Geige
        Gipfel Glas Glocke Gold Gras Gurke Hafen Hafer Harfe Hase Hecht Hecke Heft Helm Hemd Herbst Heu Himmel
        Hirsch Hof Holz Honig Hose Hotel Hut Igel Insel Jacke Jasmin Kabel Kaffee Kakao Kamel Kamera Kamin Kanne
        Kanu Karte Kasten Katze Kegel Keks Keller Kerze Kette Kiefer Kino Kirsche Kissen Klavier Klee Koffer
        Komet Kompass Koralle Korb Kranich Kreide Kreis Krone Kuchen Kugel Lachs Laden Lampe Laub Leiter Licht
        Lilie Linde Linse Luchs Luft Mandel Mantel Markt Marmor Mauer Meer Mehl Melone Milch Minze Mond Moos
        Morgen Motor Museum Musik Nest Nuss Ofen Olive Orgel Otter Palme Papier Paprika Park Perle Pferd
        Pfirsich Pilz Pinsel Pinie Platz Quelle Radio Rakete Regal Regen Ring Robbe Rose Ruder Saft Salat Salz
        Samt Sand Sattel Schaf Schal Schiff Schloss Schnee Schuh Schule Schwan Segel Seide Sessel Silber Socke
        Sofa Sommer Sonne Spargel Spiegel Stein Stern Stiefel Storch Strand Strauch Stroh Stuhl Tafel Tal Tanne
        Tasse Taube Tee Teich Teller Teppich Tiger Tinte Tisch Tomate Topf Torte Traube Treppe Tulpe Turm Ufer
        Uhr Vase Veilchen Vogel Wagen Wald Wasser Weizen Wiese Wind Winter Wolke Wurzel Zaun Zebra Zelt Zimt
        Zirkel Zitrone Zucker Zweig
        """;

    /// <summary>The languages there are.</summary>
    public static IReadOnlyCollection<string> Known => Languages.Keys;

    /// <summary>The words of a language; English where there is none of that name.</summary>
    public static IReadOnlyList<string> Of(string language) => Languages.GetValueOrDefault(language) ?? Languages["en"];

    private static string[] Read(string words) => words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
