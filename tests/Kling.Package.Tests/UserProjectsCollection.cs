namespace Kling.Package.Tests;

/// <summary>The tests that build users' projects: one after the other, after one build of them all.</summary>
[CollectionDefinition("Users' projects")]
public sealed class UserProjectsCollection : ICollectionFixture<UserProjects>;
