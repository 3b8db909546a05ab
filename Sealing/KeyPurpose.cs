namespace Journease.Sealing;

/// <summary>Why something is kept, and so when its key is destroyed. What was sealed with a destroyed key is gone for everybody.</summary>
public enum KeyPurpose
{
    /// <summary>Kept for the person: destroyed when their account closes.</summary>
    Personal,

    /// <summary>Kept because the law asks for it: destroyed when its retention ends.</summary>
    Record,

    /// <summary>Said in a circle: destroyed with the circle.</summary>
    Circle,
}
